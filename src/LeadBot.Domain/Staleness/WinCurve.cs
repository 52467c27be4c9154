namespace LeadBot.Domain.Staleness;

/// <summary>
/// How many of a team's deals are won by which day of their life. Won and lost compete: a lost deal can no longer be won, so
/// it may not be treated as one that was merely not watched for longer. The Aalen–Johansen estimator of the cumulative
/// incidence (O. O. Aalen, S. Johansen, "An empirical transition matrix for non-homogeneous Markov chains based on
/// censored observations", Scandinavian Journal of Statistics 5, 1978; introduced in H. Putter, M. Fiocco,
/// R. B. Geskus, "Tutorial in biostatistics: competing risks and multi-state models", Statistics in Medicine 26, 2007).
/// Days are working days since the start; a deal that ends or was last seen on a day was at risk on it.
/// </summary>
public sealed class WinCurve
{
    /// <summary>By day: the chance to be still open after it.</summary>
    private readonly double[] open;

    /// <summary>By day: the chance to have been won by then.</summary>
    private readonly double[] won;

    public WinCurve(IReadOnlyCollection<PastDeal> deals)
    {
        var days = deals.Count == 0 ? 0 : deals.Max(d => d.Days) + 1;
        (open, won) = (new double[days], new double[days]);
        var (wins, losses, seen) = (new int[days], new int[days], new int[days]);
        foreach (var deal in deals)
        {
            seen[deal.Days]++;
            wins[deal.Days] += deal.Ending == Ending.Won ? 1 : 0;
            losses[deal.Days] += deal.Ending == Ending.Lost ? 1 : 0;
        }

        var (stillOpen, wonSoFar, atRisk) = (1.0, 0.0, deals.Count);
        for (var day = 0; day < days; day++)
        {
            if (atRisk > 0)
            {
                wonSoFar += stillOpen * wins[day] / atRisk;
                stillOpen *= 1 - ((double)(wins[day] + losses[day]) / atRisk);
            }

            atRisk -= seen[day];
            (open[day], won[day]) = (stillOpen, wonSoFar);
        }
    }

    /// <summary>The last day any deal was seen on; -1 without deals.</summary>
    public int LastDay => open.Length - 1;

    /// <summary>The chance to have been won by the end of that day.</summary>
    public double WonBy(int day) => day < 0 || open.Length == 0 ? 0 : won[Math.Min(day, LastDay)];

    /// <summary>The day by which that share of all wins has come.</summary>
    /// <param name="share">Above 0, at most 1.</param>
    public int DayOf(double share)
    {
        var day = 0;
        while (day < LastDay && won[day] < share * won[LastDay])
        {
            day++;
        }

        return day;
    }

    /// <summary>The chance that a deal still open after <paramref name="day"/> is won within the next <paramref name="horizon"/> days; 0 where nothing is known.</summary>
    public double ChanceAfter(int day, int horizon) =>
        day > LastDay || open[day] <= 0 ? 0 : (WonBy(day + horizon) - won[day]) / open[day];
}
