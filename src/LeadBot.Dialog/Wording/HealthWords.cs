using LeadBot.Dialog.Conversations;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Staleness;

namespace LeadBot.Dialog.Wording;

/// <summary>How a deal is, in words.</summary>
internal static class HealthWords
{
    public static string Of(Health health) => health switch
    {
        Health.StrungAlong => "strung along",
        Health.Stale => "stale",
        Health.Cooling => "cooling",
        _ => "fresh",
    };

    public static string Title(string deal, Health health) => $"{deal}: {Of(health)}";

    public static string Title(string deal, DealState state) => $"{deal}: {state switch
    {
        DealState.Parked => "parked",
        DealState.Won => "won",
        DealState.Lost => "lost",
        _ => "open",
    }}";

    /// <summary>
    /// Why it is called that: "silent for 3 of 15 working days"; "silent for 18 working days, the limit is 15"; "put off three times since 3 Nov 2026".
    /// Null when nothing speaks against it.
    /// </summary>
    public static string? Reason(Standing standing, Course course) => standing switch
    {
        { Health: Health.StrungAlong, Silence: 0 } => PutOffs(course),
        { Health: Health.StrungAlong } => $"{PutOffs(course)}, {Silent(standing.Silence)}",
        { Silence: 0 } => null,
        _ when standing.Silence <= standing.Limit => $"silent for {standing.Silence} of {Count(standing.Limit, "working day")}",
        _ => $"{Silent(standing.Silence)}, the limit is {standing.Limit}",
    };

    /// <summary>The reason as a sentence, with when the clock rests; null when there is nothing to say.</summary>
    public static string? Sentence(Standing standing, Course course)
    {
        var reason = Reason(standing, course) is { } why ? $"{Capital(why)}." : null;
        var counted = standing.Health != Health.StrungAlong && course.PutOffs > 0 ? $"{Capital(PutOffs(course))}." : null;
        var rests = standing.PausedUntil is null || course.Next is not { } next ? null
            : next.PausesUntil < next.Due ? $"The clock rests until {Days.Day(next.PausesUntil)}."
            : "The clock rests until the next step is due.";
        var said = string.Join(' ', ((string?[])[reason, counted, rests]).OfType<string>());
        return said.Length > 0 ? said : null;
    }

    /// <summary>What the learnt limit says about a deal that is past what any won deal took; null when it says nothing.</summary>
    public static string? Learnt(Standing standing, LearntLimit? learnt) => learnt is not { } limit ? null
        : standing.Silence > limit.MostWonSilence ? $"Your won deals were never silent for more than {Count(limit.MostWonSilence, "day")}; this one is at {standing.Silence}."
        : standing.Silence > limit.Limit ? $"Past {limit.Limit} working days of silence fewer than {Math.Round(limit.Floor * 100)} % of your deals were still won within {limit.Horizon}."
        : null;

    public static string PutOffs(Course course) => $"put off {Times(course.PutOffs)} since {Days.Brief(course.SilentSince)}";

    public static string Times(int times) => times switch
    {
        1 => "once",
        2 => "twice",
        3 => "three times",
        4 => "four times",
        5 => "five times",
        _ => $"{times} times",
    };

    private static string Silent(int days) => $"silent for {Count(days, "working day")}";

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    internal static string Capital(string text) => string.Concat(char.ToUpperInvariant(text[0]).ToString(), text.AsSpan(1));
}
