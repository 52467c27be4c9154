namespace LeadBot.Host.Delivery;

/// <summary>How long to leave a conversation alone after failures in a row.</summary>
public static class Backoff
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(5);

    /// <summary>
    /// One second, doubled with every further failure, five minutes at most, then shortened by up to a fifth so that
    /// conversations that failed together do not come back together; never shorter than the channel asked for.
    /// </summary>
    /// <param name="failures">At least 1.</param>
    /// <param name="asked">What the channel asked for.</param>
    /// <param name="chance">0 up to 1.</param>
    public static TimeSpan After(int failures, TimeSpan? asked, double chance)
    {
        var doubled = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, failures - 1), s_longest.TotalSeconds));
        var shortened = doubled * (1 - (0.2 * chance));
        return asked > shortened ? asked.Value : shortened;
    }
}
