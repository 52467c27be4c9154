namespace LeadBot.Domain.Staleness;

/// <summary>How an open deal is.</summary>
public enum Health
{
    Fresh,

    /// <summary>At half the silence limit.</summary>
    Cooling,

    /// <summary>Past the silence limit.</summary>
    Stale,

    /// <summary>Put off too often since the last progress, however short the silence.</summary>
    StrungAlong,
}

/// <summary>How an open deal stands on one day; a value, since a sweep makes a million of them.</summary>
/// <param name="Silence">Working days since the last progress, pauses left out.</param>
/// <param name="Limit">The silence limit it is held against, in working days.</param>
/// <param name="PutOffs">Since the last progress.</param>
/// <param name="PausedUntil">The last day that does not count yet, while a planned step or its day of grace runs; else null.</param>
public readonly record struct Standing(Health Health, int Silence, int Limit, int PutOffs, DateOnly? PausedUntil);

/// <summary>What a deal's silence is held against.</summary>
/// <param name="Limit">Working days without progress, 1 to 250; a deal is stale past it.</param>
/// <param name="StrungAlongAt">Put-offs since the last progress, 1 to 10.</param>
public sealed record SilenceRules(int Limit, int StrungAlongAt)
{
    /// <summary>Three weeks of silence, three put-offs.</summary>
    public static readonly SilenceRules Usual = new(15, 3);
}

/// <summary>A silence limit learnt from a team's finished deals.</summary>
/// <param name="Limit">In working days.</param>
/// <param name="On">When it was worked out.</param>
/// <param name="Horizon">75th percentile of the days from start to win, open deals taken into account, in working days.</param>
/// <param name="Floor">The chance of winning within the horizon below which a deal is called stale, above 0, below 1.</param>
/// <param name="LongestWonSilence">90th percentile of the longest silence in deals that were won, in working days; the limit is never below it.</param>
/// <param name="MostWonSilence">The longest silence of any deal that was won, in working days.</param>
/// <param name="Wins">Deals it was learnt from that were won, at least 15.</param>
/// <param name="Losses">… that were lost, at least 15.</param>
public sealed record LearntLimit(int Limit, DateOnly On, int Horizon, double Floor, int LongestWonSilence, int MostWonSilence, int Wins, int Losses);
