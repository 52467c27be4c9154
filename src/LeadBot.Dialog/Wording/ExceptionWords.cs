using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Playbooks;

namespace LeadBot.Dialog.Wording;

/// <summary>What needs a manager, in words.</summary>
internal static class ExceptionWords
{
    public const string NoManager = "This comes to you because nobody is a manager here yet. To have these deals looked after, type \"settings managers add @name\".";

    public const string NoManagerOfTeam = "What has no buttons comes to you because nobody manages those reps' team. To have it looked after, type \"settings managers add @name\".";

    public static string Title(int matters) => matters == 1 ? "One thing needs you" : $"{matters} things need you";

    public static string Summary(IReadOnlyList<Matter> matters) =>
        $"{Title(matters.Count)}: {string.Join(", ", matters.Select(matter => matter.Deal is { } deal ? $"{deal.Name} ({matter.Rep.Name})" : matter.Needs.Count > 1 ? $"{matter.Needs.Count} more" : matter.Rep.Name))}";

    public static string Of(Matter matter, PlaybookShelf playbooks, Person manager)
    {
        if (matter.Deal is not { } deal)
        {
            return matter.Needs[0].Raised.Need switch
            {
                _ when matter.Needs.Count > 1 => Many(matter.Needs),
                Need.LeftStrungAlong => LeftStrungAlong(matter.Needs[0]),
                Need.Gone => Gone(matter.Needs[0]),
                _ => Unpressed(matter.Needs[0]),
            };
        }

        var playbook = deal.Qualification is { } qualification ? playbooks.ByHash.GetValueOrDefault(qualification.Playbook) : null;
        var currency = playbook?.Currency ?? new Currency("USD");
        var reasons = string.Join("; ", matter.Needs.Where(need => !IsSaidByCut(matter, need)).Select(need => Why(need, deal, playbook, currency, manager.Amounts)));
        var cost = DigestWords.HoursAndPutOffs(deal.Course, withPutOffs: matter.Needs.All(need => need.Raised.Need != Need.StrungAlongInVain), manager.Amounts);
        return cost.Length > 0 ? $"{deal.Name} ({matter.Rep.Name}): {reasons}. It has cost {cost}." : $"{deal.Name} ({matter.Rep.Name}): {reasons}.";
    }

    private static string Why(RaisedNow need, Deal deal, Playbook? playbook, Currency currency, AmountLanguage language) => need.Raised switch
    {
        { Need: Need.StrungAlongInVain } => need.Deal?.Listed is { Times: > 1 } listed
            ? $"strung along, put off {HealthWords.Times(deal.Course.PutOffs)}; listed {HealthWords.Times(listed.Times)} and nothing happened"
            : $"strung along, put off {HealthWords.Times(deal.Course.PutOffs)}",
        { Need: Need.OverBudget } when deal.Kept is { } kept =>
            $"kept against {VerdictWords.Kind(kept.Against)} for {Days.Duration(kept.HourBudget, language)}, and about {DigestWords.Hours(Budget.Spent(deal)!.Value, language)} went into it since",
        { What: Happening.Answered edited } => playbook?.Find(edited.Question) is { } question
            ? $"after the verdict \"{question.Ask}\" was changed to \"{AnswerWords.Say(question, edited.Answer, currency, language, DateOnly.FromDateTime(need.Raised.At.UtcDateTime))}\""
            : "an answer was changed after the verdict",
        { What: Happening.PriceCut cut } => $"the price went from {Money.Amount(cut.From, currency, language)} to {Money.Amount(cut.To, currency, language)}; given for it: {cut.Gave.TrimEnd('.')}",
        { Need: Need.NotNowUsedUp } => "\"not now\" was said twice",
        _ => "an answer was changed after the verdict",
    };

    /// <summary>An edited price that was a cut is told with what was given for it.</summary>
    private static bool IsSaidByCut(Matter matter, RaisedNow need) =>
        need.Raised.Need == Need.EditedAfterVerdict && matter.Needs.Any(other => other.Raised.Need == Need.PriceCut);

    private static string Unpressed(RaisedNow need)
    {
        var first = $"{need.Rep.Name} pressed nothing in the last {need.Unpressed} digests, so they come once a week now.";
        return need.Waiting.Count == 0 ? first : $"{first} Waiting: {Waiting(need)}.";
    }

    private static string LeftStrungAlong(RaisedNow need) => need.Waiting.Count + need.MoreWaiting is var deals && deals == 1
        ? $"{need.Rep.Name} has had one deal strung along for weeks: {Waiting(need)}."
        : $"{need.Rep.Name} has had {deals} deals strung along for weeks: {Waiting(need)}.";

    private static string Gone(RaisedNow need)
    {
        var deals = need.Waiting.Count + need.MoreWaiting;
        var silence = need.Silent == 0 ? "" : $"{(deals == 1 ? ", silent" : ", one of them silent")} for {SilenceWords.WorkingDays(need.Silent)}";
        return deals == 1
            ? $"{need.Rep.Name} can't be reached any more, and one deal of theirs stands still{silence}. Give it to somebody: {Waiting(need)}."
            : $"{need.Rep.Name} can't be reached any more, and {deals} deals of theirs stand still{silence}. Give them to somebody: {Waiting(need)}.";
    }

    private static string Many(IReadOnlyList<RaisedNow> needs)
    {
        var reps = string.Join(", ", needs.Select(need => $"{need.Rep.Name} ({need.Waiting.Count + need.MoreWaiting})"));
        return needs[0].Raised.Need == Need.Gone
            ? $"{needs.Count} more can't be reached any more while their deals stand still: {reps}."
            : $"{needs.Count} more have had deals strung along for weeks: {reps}.";
    }

    private static string Waiting(RaisedNow need)
    {
        var named = string.Join(", ", need.Waiting.Select(deal => deal.Name));
        return need.MoreWaiting > 0 ? $"{named} and {need.MoreWaiting} more" : named;
    }
}
