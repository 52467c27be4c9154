using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Wording;

/// <summary>Said about touches and next steps.</summary>
internal static class TouchWords
{
    public const string SoundsLikePutOff = "That sounds like a put-off. Was it?";
    public const string HowDidItGo = "What did it come to?";
    public const string HowLong = "How long did it take? You can leave that out.";
    public const string StepField = "The next step, for example: send the quote";
    public const string NextHint = "Type both, for example \"Tuesday send the quote\"; \"none\" if there is no next step.";
    public const string PlanHint = "Type both, for example \"Tuesday send the quote\".";
    public const string WhenHint = "Or type a day: \"Tuesday\", \"in two weeks\".";
    public static string NextPast(int misses) => misses % 2 == 0 ? "That day has passed. When will it be?" : "That one is over, too. For example \"tomorrow\" or \"in two weeks\".";
    public const string MovedWithoutStep = "Noted without a next step. A deal without one is easily forgotten.";
    public const string UsualStep = "get back to them";

    public static string KindAgain(string above, int misses) => misses switch
    {
        0 => above,
        _ when misses % 2 == 1 => "Which was it? Press one, or type \"it moved\", \"put off\" or \"no contact\".",
        _ => "One of these three, so that I count it right:",
    };

    public static string Logged(string deal, Touch touch, AmountLanguage language)
    {
        var kind = touch.Kind switch
        {
            TouchKind.Progress => "it moved",
            TouchKind.PutOff => "a put-off",
            _ => "no contact",
        };
        return $"Noted for {deal}: {kind}{(touch.Hours > 0 ? $", {Days.Duration(touch.Hours, language)}" : "")}.";
    }

    public static string ImpossibleHours(string deal) =>
        $"Nothing is logged: one contact takes at most {Durations.MostHours:0} hours. For example \"log {deal} 2h they want a demo\".";

    /// <summary>Said when something else was said before what a contact came to.</summary>
    public static string NotCountedYet(string deal, decimal hours, string? said, AmountLanguage language) =>
        $"Not counted yet: {(hours > 0 ? $"{Days.Duration(hours, language)} with {deal}" : deal)}{(said is null ? "" : $", \"{said}\"")}. What did it come to?";

    /// <summary>Said when something else was said before the next step.</summary>
    public static string NotNotedYet(string deal, decimal hours, AmountLanguage language) =>
        $"Not noted yet: {deal} moved{(hours > 0 ? $", {Days.Duration(hours, language)}" : "")}. What is the next step, and when?";

    /// <summary>Said when a button of another deal was pressed before it was said what a contact came to.</summary>
    public static string NotCounted(decimal hours, string? said, AmountLanguage language) =>
        $"Not counted: {string.Join(", ", ((string?[])[hours > 0 ? Days.Duration(hours, language) : null, said is null ? null : $"\"{said}\""]).OfType<string>())}. You had not said yet what it came to; \"log\" and its name notes it.";

    public static string NotPlanned(string what, DateOnly due) => $"Not planned: \"{what}\" for {Days.Day(due)}; \"next\" and the deal's name plans it.";

    public static string NotPlannedYet(string what, DateOnly due) => $"Not planned yet: \"{what}\" for {Days.Day(due)}.";

    public static string PutOffsSoFar(Course course) => $"{HealthWords.Capital(HealthWords.PutOffs(course))}.";

    public static string StrungAlong(Deal deal, AmountLanguage language) =>
        $"{deal.Name} is strung along: {HealthWords.PutOffs(deal.Course)}, {Sunk(deal.Course.HoursSunk, language)}. Lose it, park it, or say what would make it move.";

    public static string Sunk(decimal hours, AmountLanguage language) => hours > 0 ? $"{Days.Duration(hours, language)} sunk" : "no hours logged";

    public static string HoursAdded(string deal, decimal hours, decimal all, AmountLanguage language) =>
        all > hours ? $"{Days.Duration(hours, language)} added; {deal} has cost {Days.Duration(all, language)} so far." : $"{Days.Duration(hours, language)} added to {deal}.";

    public static string WhatNext(string deal) => $"Good. What is the next step with {deal}, and when?";

    public static string NeedsStep(string deal) => $"If {deal} moved there is a next step. What is it, and when? Without one, drop it, park it, or say \"not now\".";

    public static string PlanWhat(string deal) => $"What is the next step with {deal}, and when?";

    public static string PlanWhen(string what) => $"When: {what}?";

    public static string WhatThen(DateOnly due) => $"And what will happen on {Days.Day(due)}?";

    public static string PlanAgain(int misses) => misses % 2 == 1
        ? "I didn't get the day. For example \"Tuesday\" or \"in two weeks\"."
        : "Still no day I can read. Press one, or try \"2027-03-01\".";

    public static string Planned(string deal, string what, DateOnly due) => $"{deal}, next: {what}, {Days.Day(due)}.";

    public static string WasItDone(string what, DateOnly due) => $"Before that: you had planned \"{what}\" for {Days.Day(due)}. Did it happen, and did it move the deal?";

    public const string WasItDoneAgain = "Did the step before happen, and did it move the deal? Press one.";

    public static string StepMoved(Course course) => $"The step before is moved, so that counts as a put-off: {HealthWords.PutOffs(course)}.";

    public static string TooFarOff(int days, int limit) => $"That is {days} working days off, and the clock rests for at most {limit}. Parking it is quieter.";

    public static string Closed(Deal deal) => deal.State switch
    {
        DealState.Parked when deal.ParkedUntil is { } until => $"{deal.Name} is parked until {Days.Day(until)}. Reopen it first.",
        DealState.Won => $"{deal.Name} is won. Reopen it first, if it isn't over.",
        _ => $"{deal.Name} is lost. Reopen it first, if it isn't over.",
    };
}
