using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Playbooks;

namespace LeadBot.Dialog.Wording;

/// <summary>Two examples of an answer, others at each miss.</summary>
internal static class Examples
{
    public static (string First, string Second) For(Question question, Currency currency, AmountLanguage language, DateOnly today, int misses)
    {
        var second = misses > 1;
        switch (question.Kind)
        {
            case QuestionKind.Money:
                return second ? ("about 2 grand", "1500 to 3000") : ("5k", Money.Amount(200, currency, language) + " a month");
            case QuestionKind.Number when question.AsksForHours:
                return second ? ("about 10", "half a day") : ("3h", "two days");
            case QuestionKind.Number:
                return second ? ("about 10", "5 to 8") : ("12", "over 20");
            case QuestionKind.Date:
                return second ? ("15 March", "no date") : ("next quarter", "in 3 weeks");
            case QuestionKind.YesNo:
                return second ? ("y", "n") : ("yes", "no");
            default:
                var outcomes = question.Outcomes;
                return second
                    ? (outcomes.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), AnswerWords.Label(question, outcomes[^1], currency, language, today))
                    : ("1", AnswerWords.Label(question, outcomes[0], currency, language, today));
        }
    }
}
