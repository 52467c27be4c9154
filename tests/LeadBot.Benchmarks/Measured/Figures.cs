namespace LeadBot.Benchmarks.Measured;

/// <summary>What a load came to.</summary>
/// <param name="PerSecond">Turns, or the floor's requests.</param>
/// <param name="Response">From sending the activity to the end of its HTTP response.</param>
/// <param name="Reply">From sending the activity to the end of the reply at the connector; null where nothing is replied.</param>
/// <param name="CpuMicroseconds">The server process's processor time per turn.</param>
/// <param name="GeneratorCpuMicroseconds">This process's processor time per turn, the connector's part included.</param>
/// <param name="PeakMegabytes">The server process's largest working set since its start.</param>
/// <param name="StartToFirstAnswerMilliseconds">From starting the process to the end of the first reply at the connector.</param>
internal sealed record Figures(
    double PerSecond,
    Latency Response,
    Latency? Reply,
    double CpuMicroseconds,
    double GeneratorCpuMicroseconds,
    double PeakMegabytes,
    double? StartToFirstAnswerMilliseconds);

/// <summary>In milliseconds.</summary>
internal sealed record Latency(double P50, double P99, double Most)
{
    /// <param name="ticks">Not empty.</param>
    public static Latency Of(IEnumerable<long> ticks)
    {
        var sorted = ticks.Order().ToList();
        double At(double share) => Math.Round(TimeSpan.FromTicks(sorted[(int)(share * (sorted.Count - 1))]).TotalMilliseconds, 2);
        return new Latency(At(0.5), At(0.99), At(1));
    }
}
