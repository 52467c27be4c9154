namespace LeadBot.Domain.Staleness;

/// <summary>What a team's finished deals say about its silence limit.</summary>
public abstract record Learning
{
    private Learning()
    {
    }

    /// <summary>A limit to offer, or the next weekly step from the approved one.</summary>
    /// <param name="Estimate">Where the deals point; <see cref="LearntLimit.Limit"/> moves towards it by at most 20 % a week.</param>
    public sealed record Learnt(LearntLimit Limit, int Estimate) : Learning;

    /// <summary>Too few deals yet; how many of each are missing, at least 0, one of them more.</summary>
    /// <param name="MissingOld">Deals that started at least <paramref name="Old"/> working days ago.</param>
    /// <param name="Old"><see cref="Watched"/> horizons.</param>
    public sealed record TooFew(int MissingWins, int MissingLosses, int MissingOld, int Old) : Learning;

    /// <summary>
    /// The chance of winning never falls to the floor while enough deals are still open to tell: this team's deals win
    /// late, and no limit can be called right.
    /// </summary>
    /// <param name="Day">The last working day since the start that has enough deals to tell.</param>
    /// <param name="Chance">Of winning within the horizon, of a deal still open then.</param>
    public sealed record WinsLate(int Day, double Chance) : Learning;

    /// <summary>Wins, losses, and deals at risk on the day of the limit, that it needs at least.</summary>
    public const int Enough = 15;

    /// <summary>
    /// Horizons a deal is watched for before it tells: seen for a shorter time, the late wins are missing from the
    /// horizon itself, and a young team would look as if it won early.
    /// </summary>
    public const int Watched = 3;

    /// <summary>A limit is one to 250 working days.</summary>
    private const int MostDays = 250;

    /// <summary>
    /// The limit is the last day on which a deal that is still open has a chance above the floor of being won within the
    /// horizon, the 75th percentile of the days to a win (<see cref="WinCurve.DayOf"/>, so that the late wins of young
    /// deals are not forgotten). A day tells only if at least <see cref="Enough"/> deals were at risk on it that started long
    /// enough ago to be watched for a horizon from there, and for two in all: of days nobody has lived
    /// through, few wins mean nothing. It is never below the 90th percentile of the longest silence in deals that were
    /// won (nearest rank); a deal whose silences nobody kept was silent from its start, as far as anybody knows.
    /// </summary>
    /// <param name="floor">The team's floor: a chance, above 0, below 1.</param>
    /// <param name="approved">The limit in use, in working days; null: none was approved yet, and the whole estimate is offered.</param>
    /// <param name="on">Today, for <see cref="LearntLimit.On"/>.</param>
    public static Learning From(IReadOnlyCollection<PastDeal> deals, double floor, int? approved, DateOnly on)
    {
        var silences = deals.Where(d => d.Ending == Ending.Won).Select(d => d.LongestSilence ?? d.Days).Order().ToArray();
        var losses = deals.Count(d => d.Ending == Ending.Lost);
        var curve = new WinCurve(deals);
        var horizon = Math.Max(1, curve.DayOf(0.75));
        var old = deals.Where(d => d.Days > 0 && d.StartedAgo >= Watched * horizon).ToList();
        if (silences.Length < Enough || losses < Enough || old.Count < Enough)
        {
            return new TooFew(Math.Max(0, Enough - silences.Length), Math.Max(0, Enough - losses), Math.Max(0, Enough - old.Count), Watched * horizon);
        }

        var last = old.Select(d => Math.Min(d.Days - 1, d.StartedAgo - horizon)).OrderDescending().ElementAt(Enough - 1);
        if (curve.ChanceAfter(last, horizon) is var chance && chance > floor)
        {
            return new WinsLate(last, chance);
        }

        var day = last;
        while (day > 0 && curve.ChanceAfter(day, horizon) <= floor)
        {
            day--;
        }

        var longest = silences[(((90 * silences.Length) + 99) / 100) - 1];
        var estimate = Math.Clamp(Math.Max(day, longest), 1, MostDays);
        return new Learnt(new LearntLimit(Step(approved, estimate), on, horizon, floor, longest, silences[^1], silences.Length, losses), estimate);
    }

    /// <summary>From the approved limit towards the estimate by at most a fifth, though always by a day.</summary>
    public static int Step(int? approved, int estimate) =>
        approved is { } from ? Math.Clamp(estimate, from - Math.Max(1, from / 5), from + Math.Max(1, from / 5)) : estimate;
}
