using System.Diagnostics;

namespace LeadBot.Benchmarks.Measured;

/// <summary>Lets clients run against a process, and measures them once they are warm.</summary>
internal static class Window
{
    /// <param name="servers">Their figures are summed up.</param>
    /// <param name="clients">Each runs until its samples say to stop.</param>
    /// <param name="replies">Whether the clients wait for a reply besides the response.</param>
    public static async Task<Figures> MeasureAsync(
        Plan plan, IReadOnlyList<StartedProcess> servers, IReadOnlyList<Func<Samples, Task>> clients, bool replies, TimeSpan? firstAnswer)
    {
        var samples = clients.Select(_ => new Samples()).ToList();
        var running = Task.WhenAll(clients.Zip(samples, (client, seen) => Task.Run(() => client(seen))));
        await RunAsync(plan.WarmUp, running);

        using var self = Process.GetCurrentProcess();
        var (began, cpu, own) = (Stopwatch.GetTimestamp(), Spent(), self.TotalProcessorTime);
        samples.ForEach(s => s.Count());
        await RunAsync(plan.Measured, running);
        samples.ForEach(s => s.Stop());
        self.Refresh();
        var (took, spent, ownSpent) = (Stopwatch.GetElapsedTime(began), Spent() - cpu, self.TotalProcessorTime - own);
        await running;

        var seen = samples.SelectMany(s => s.Seen).ToList();
        return new Figures(
            Math.Round(seen.Count / took.TotalSeconds),
            Latency.Of(seen.Select(s => s.Response)),
            replies ? Latency.Of(seen.Select(s => s.Reply)) : null,
            Math.Round(spent.TotalMicroseconds / seen.Count),
            Math.Round(ownSpent.TotalMicroseconds / seen.Count),
            Math.Round(servers.Sum(server => server.PeakMegabytes), 1),
            firstAnswer is { } first ? Math.Round(first.TotalMilliseconds) : null);

        TimeSpan Spent() => servers.Aggregate(TimeSpan.Zero, (sum, server) => sum + server.ProcessorTime);
    }

    /// <summary>Waits that long, or throws what a client threw.</summary>
    private static async Task RunAsync(TimeSpan time, Task running)
    {
        if (await Task.WhenAny(Task.Delay(time), running) == running)
        {
            await running;
        }
    }
}
