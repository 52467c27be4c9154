using System.Diagnostics;
using LeadBot.Benchmarks.Load;
using LeadBot.Benchmarks.Measured;
using LeadBot.Storage.Opening;

namespace LeadBot.Benchmarks.Instances;

/// <summary>Hosts as they are shipped on one PostgreSQL database; every activity goes to the next of them, whoever talks.</summary>
internal static class InstancesRun
{
    private const int Clients = 16;

    public static async Task<InstancesReport> RunAsync(Plan plan)
    {
        await using var server = await DurableServer.StartAsync();
        var connection = await server.MakeAsync("bench");
        Store.Open(new DatabasePlace.Server(connection)).Dispose();
        var floor = await Pgbench.RunAsync(server, "bench", Clients, plan.WarmUp / 3, plan.Measured);
        Console.Error.WriteLine($"pgbench: {floor}");
        var loads = new List<InstancesLoad>();
        foreach (var instances in plan.Instances)
        {
            // Each of them has taken as many turns before, so that what is measured is compiled as it is in a host that has run for days.
            var figures = await LoadAsync(plan with { WarmUp = plan.WarmUp * instances }, await server.MakeAsync($"leadbot{instances}"), instances);
            Console.Error.WriteLine($"{instances} instances: {figures}");
            loads.Add(new InstancesLoad(instances, figures, Math.Round(figures.PerSecond / floor.PerSecond, 3)));
        }

        return new InstancesReport(floor, loads);
    }

    private static async Task<Figures> LoadAsync(Plan plan, string connection, int instances)
    {
        await using var connector = await Connector.StartAsync(Clients);
        await using var hosts = await Hosts.StartAsync(connection, instances);
        using var sender = new Sender([.. hosts.All.Select(host => host.Address)]);
        var walkers = connector.Inboxes.Select((inbox, number) => new Walker(number, sender, inbox, connector.ServiceUrlOf(number))).ToList();
        await walkers[0].GreetAsync(new Samples());
        var firstAnswer = Stopwatch.GetElapsedTime(hosts.All[0].Started);
        return await Window.MeasureAsync(plan, hosts.All, [.. walkers.Select(w => (Func<Samples, Task>)w.WalkAsync)], replies: true, firstAnswer);
    }
}

/// <param name="Floor">pgbench, with as many clients.</param>
internal sealed record InstancesReport(Floor Floor, IReadOnlyList<InstancesLoad> Loads);

/// <param name="OfFloor">Turns, each with its reply delivered, per transaction of the floor in the same time.</param>
internal sealed record InstancesLoad(int Instances, Figures Figures, double OfFloor);
