using System.Globalization;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;
using LeadBot.Domain;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;

namespace LeadBot.Dialog.Conversations;

/// <summary>What a typed answer to a question is taken for.</summary>
internal abstract record TypedAnswer
{
    private TypedAnswer()
    {
    }

    /// <param name="Exactly">It was an option's own words or number: nothing to read back.</param>
    public sealed record Read(Answer Answer, bool Exactly) : TypedAnswer;

    /// <summary>Two or more answers could be meant.</summary>
    public sealed record Either(IReadOnlyList<Answer> Answers) : TypedAnswer;

    /// <summary>An amount in a currency that is not the playbook's.</summary>
    public sealed record OtherCurrency(string Said) : TypedAnswer;

    /// <summary>A day before today.</summary>
    public sealed record Past(DateOnly Day) : TypedAnswer;

    /// <summary>Reads <paramref name="text"/> as an answer to <paramref name="question"/>, or null.</summary>
    public static TypedAnswer? Of(string text, Question question, Currency currency, Person person, DateOnly today)
    {
        var labels = question.Outcomes.Select(o => AnswerWords.Label(question, o, currency, person.Amounts, today)).ToList();
        return question.Kind switch
        {
            QuestionKind.Money => Labelled(text, question, labels, exactlyOnly: true) ?? BareNumber(text, question) ?? OfAmount(text, currency, person.Amounts) ?? Labelled(text, question, labels),
            QuestionKind.Number => Labelled(text, question, labels, exactlyOnly: true) ?? OfNumber(text, question, person.Amounts) ?? Labelled(text, question, labels),
            QuestionKind.Date => Labelled(text, question, labels, exactlyOnly: true) ?? OfDay(text, person.Amounts, today) ?? Labelled(text, question, labels),
            QuestionKind.YesNo => Labelled(text, question, labels, exactlyOnly: true) ?? OfYesNo(text) ?? Labelled(text, question, labels),
            _ => Labelled(text, question, labels),
        };
    }

    /// <summary>Whether the text is the very label of one of the outcomes.</summary>
    public static bool IsLabel(string text, Question question, Currency currency, Person person, DateOnly today) =>
        question.Outcomes.Any(o => AnswerWords.Label(question, o, currency, person.Amounts, today).Equals(text.Trim(), StringComparison.OrdinalIgnoreCase));

    private static TypedAnswer? Labelled(string text, Question question, List<string> labels, bool exactlyOnly = false)
    {
        if (exactlyOnly)
        {
            var index = labels.TakeWhile(label => !label.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)).Count();
            return index == labels.Count ? null : new Read(new Answer.Picked(question.Outcomes[index].Id), true);
        }

        return Options.Read(text, labels) switch
        {
            OptionSaid.Chosen chosen => new Read(new Answer.Picked(question.Outcomes[chosen.Index].Id), text.Trim().All(char.IsDigit) || labels[chosen.Index].Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)),
            OptionSaid.Either either => new Either([.. either.Indices.Select(i => new Answer.Picked(question.Outcomes[i].Id))]),
            _ => null,
        };
    }

    /// <summary>A bare "2" to a question for money: the second option, two thousand, or two? Too much hangs on it to guess.</summary>
    private static Either? BareNumber(string text, Question question)
    {
        if (!int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 99)
        {
            return null;
        }

        Answer[] amounts = [new Answer.Amount(number * 1000, number * 1000, Period.Once), new Answer.Amount(number, number, Period.Once)];
        return new Either(number <= question.Outcomes.Count ? [new Answer.Picked(question.Outcomes[number - 1].Id), .. amounts] : amounts);
    }

    private static TypedAnswer? OfAmount(string text, Currency currency, AmountLanguage language)
    {
        if (Amounts.Read(text, language) is not { } said)
        {
            return null;
        }

        return said.Fits(currency) ? new Read(said.ForTwelveMonths(), false) : new OtherCurrency(text.Trim());
    }

    private static Read? OfNumber(string text, Question question, AmountLanguage language) =>
        (question.AsksForHours ? Hours.Read(text, language) : Numbers.Read(text, language)) is { } said ? new Read(said.ToAnswer(), false) : null;

    private static TypedAnswer? OfDay(string text, AmountLanguage language, DateOnly today) => Dates.Read(text, today, language) switch
    {
        DateSaid.NoDate => new Read(new Answer.NoDate(), false),
        DateSaid.Between between when between.To < today => new Past(between.To),
        DateSaid.Between between => new Read(new Answer.By(between.From < today ? today : between.From, between.To), false),
        _ => null,
    };

    private static Read? OfYesNo(string text) => YesNo.Read(text) switch
    {
        true => new Read(new Answer.Picked(new OutcomeId("yes")), false),
        false => new Read(new Answer.Picked(new OutcomeId("no")), false),
        null => null,
    };
}
