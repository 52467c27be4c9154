using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;

namespace LeadBot.Dialog.Wording;

/// <summary>Answers and outcomes in words.</summary>
internal static class AnswerWords
{
    public const string DontKnow = "don't know";
    public const string NoDate = "no date";
    public const string Nothing = "nothing";

    /// <summary>What an outcome is called on its button.</summary>
    /// <param name="on">The day from which a date's bands are counted.</param>
    public static string Label(Question question, Outcome outcome, Currency currency, AmountLanguage language, DateOnly on)
    {
        if (outcome.Text is { } text)
        {
            return text;
        }

        var index = question.Outcomes.TakeWhile(o => o.Id != outcome.Id).Count();
        var before = index == 0 ? null : question.Outcomes[index - 1];
        return Capital(question.Kind switch
        {
            QuestionKind.Money => Money.Band(before?.Below ?? 0, outcome.Below, currency, language),
            QuestionKind.Number when question.AsksForHours => $"{Money.NumberBand(before?.Below ?? 0, outcome.Below, language)} hours",
            QuestionKind.Number => Money.NumberBand(before?.Below ?? 0, outcome.Below, language),
            QuestionKind.Date when outcome.NoDate => NoDate,
            QuestionKind.Date => Days.Band(before?.WithinDays, outcome.WithinDays, on),
            _ => outcome.Id.Value,
        });
    }

    /// <summary>One of the choices that narrow a vague answer.</summary>
    public static string Choice(Question question, Narrower choice, Currency currency, AmountLanguage language, DateOnly on) => Capital(question.Kind switch
    {
        QuestionKind.Money => Money.Band(choice.AtLeast ?? 0, choice.Below, currency, language),
        QuestionKind.Number when question.AsksForHours => $"{Money.NumberBand(choice.AtLeast ?? 0, choice.Below, language)} hours",
        QuestionKind.Number => Money.NumberBand(choice.AtLeast ?? 0, choice.Below, language),
        QuestionKind.Date when choice.Through is { } through => choice.From is { } from ? $"{Days.Brief(from)} to {Days.Brief(through)}" : $"by {Days.Brief(through)}",
        QuestionKind.Date when choice.From is { } from => $"from {Days.Brief(from)} on",
        _ => question.Find(choice.Outcome) is { } outcome ? Label(question, outcome, currency, language, on) : choice.Outcome.Value,
    });

    /// <summary>What was answered, as the rep would read it back.</summary>
    public static string Say(Question question, Answer answer, Currency currency, AmountLanguage language, DateOnly on) => answer switch
    {
        Answer.Picked picked => question.Find(picked.Outcome) is { } outcome ? Label(question, outcome, currency, language, on) : picked.Outcome.Value,
        Answer.Amount { From: 0, To: 0 } => Nothing,
        Answer.Amount amount => Money.Said(amount, currency, language),
        Answer.Quantity { From: 1, To: 1 } when question.AsksForHours => "1 hour",
        Answer.Quantity quantity when question.AsksForHours => $"{Money.Said(quantity, language)} hours",
        Answer.Quantity quantity => Money.Said(quantity, language),
        Answer.By by => Days.Said(by.From, by.To),
        Answer.NoDate => NoDate,
        _ => DontKnow,
    };

    private static string Capital(string text) => string.Concat(char.ToUpperInvariant(text[0]).ToString(), text.AsSpan(1));
}
