using System.Diagnostics;
using LeadBot.Benchmarks.Measured;

namespace LeadBot.Benchmarks.Load;

/// <summary>LeadBot's host as it is shipped, on an empty database on disk, talked to by many people at once.</summary>
internal static class LoadRun
{
    public static async Task<Figures> RunAsync(Plan plan, int clients)
    {
        using var data = new ScratchDirectory();
        await using var connector = await Connector.StartAsync(clients);
        await using var host = await StartedProcess.StartAsync("LeadBot.Host.dll", "--urls", "http://127.0.0.1:0", "--data-directory", data.Path);
        using var sender = new Sender(host.Address);
        var walkers = connector.Inboxes.Select((inbox, number) => new Walker(number, sender, inbox, connector.ServiceUrlOf(number))).ToList();
        await walkers[0].GreetAsync(new Samples());
        var firstAnswer = Stopwatch.GetElapsedTime(host.Started);
        return await Window.MeasureAsync(plan, [host], [.. walkers.Select(w => (Func<Samples, Task>)w.WalkAsync)], replies: true, firstAnswer);
    }
}
