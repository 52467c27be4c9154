using LeadBot.Domain.Staleness;

namespace LeadBot.Domain.Tests.Staleness;

/// <summary>
/// A team whose truth is known: so many of its deals will be won and so many lost, each on a day around its own middle,
/// and the rest lingers for ever. Days are spread evenly.
/// </summary>
internal sealed record KnownTeam(double Wins, int WonFrom, int WonThrough, double Losses, int LostFrom, int LostThrough)
{
    public int Horizon => (int)Math.Ceiling(WonFrom + (0.75 * (WonThrough - WonFrom)));

    /// <summary>The last day on which an open deal's chance of being won within the horizon is above the floor.</summary>
    public int Limit(double floor)
    {
        var day = WonThrough;
        while (day > 0 && Chance(day, Horizon) <= floor)
        {
            day--;
        }

        return day;
    }

    /// <summary>Deals started evenly over the last <paramref name="most"/> working days, the newest <paramref name="least"/> days ago.</summary>
    public List<PastDeal> Deals(int count, int least, int most, int seed)
    {
#pragma warning disable CA5394 // Made up, not secret.
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var (fate, age) = (random.NextDouble(), random.Next(least, most + 1));
            var (ending, day) = fate < Wins ? (Ending.Won, random.Next(WonFrom, WonThrough + 1))
                : fate < Wins + Losses ? (Ending.Lost, random.Next(LostFrom, LostThrough + 1))
                : (Ending.Open, int.MaxValue);
            return day <= age ? new PastDeal(day, ending, age, ending == Ending.Won ? day / 3 : null) : new PastDeal(age, Ending.Open, age);
        })];
#pragma warning restore CA5394
    }

    private double Chance(int day, int horizon) =>
        Wins * (Spread(day + horizon, WonFrom, WonThrough) - Spread(day, WonFrom, WonThrough))
            / (1 - (Wins * Spread(day, WonFrom, WonThrough)) - (Losses * Spread(day, LostFrom, LostThrough)));

    private static double Spread(int day, int from, int through) => Math.Clamp((day - from + 1.0) / (through - from + 1), 0, 1);
}
