using System.Collections.Concurrent;
using LeadBot.Faults.Checking;
using LeadBot.TestKit;

namespace LeadBot.Faults.World;

/// <summary>Three instances on islands, one database and the channels; what is done to them is written down.</summary>
internal sealed class Archipelago : IAsyncDisposable
{
    private const int Islands = 3;
    private const int Megabytes = 8;
    private const int ServersMegabytes = 640;

    private readonly TemporaryDirectory _directory;
    private readonly ConcurrentQueue<Disturbance> _disturbances = new();
    private readonly SemaphoreSlim _oneFall = new(1);
    private readonly FallingServer _server;

    private Archipelago(TemporaryDirectory directory, FallingServer server, FakeChannels channels, IReadOnlyList<Island> islands)
    {
        (_directory, _server, Channels) = (directory, server, channels);
        // The last one hears Slack over HTTP, the others over lines.
        Instances = [.. islands.Select(island => new Instance(island, new Dictionary<string, string>(island == islands[^1] ? channels.Settings : channels.SettingsOverLines)
        {
            ["LeadBot__Database"] = "postgres",
            ["ConnectionStrings__LeadBot"] = FallingServer.ConnectionAt(island.Outside),
            // All of the crowd comes from one address.
            ["LeadBot__Limits__RequestsPerMinute"] = "1000000",
        }))];
    }

    public FakeChannels Channels { get; }

    public IReadOnlyList<Instance> Instances { get; }

    public IReadOnlyList<Disturbance> Disturbances => [.. _disturbances];

    public FallingServer Server => _server;

    /// <param name="zone">Everybody's time zone.</param>
    public static async Task<Archipelago> MakeAsync(string zone)
    {
        var directory = new TemporaryDirectory();
        var islands = new List<Island>();
        for (var nr = 0; nr < Islands; nr++)
        {
            islands.Add(await Island.MakeAsync(Path.Combine(directory.Path, $"island{nr}"), nr, Megabytes));
        }

        return new Archipelago(directory, await FallingServer.StartAsync(islands.Select(island => island.Outside), ServersMegabytes), await FakeChannels.StartAsync(islands, zone), islands);
    }

    /// <summary>Kills it, and starts it again.</summary>
    public async Task KillAsync(Instance instance)
    {
        await DisturbAsync("an instance was killed", instance.KillAsync);
        await instance.StartAsync();
    }

    /// <summary>The database falls and gets up.</summary>
    public Task FallAsync() => DisturbAsync("the database fell", async () =>
    {
        await _oneFall.WaitAsync();
        await _server.FallAsync();
        _oneFall.Release();
    }, isEverybodys: true);

    /// <summary>Slack drops every line.</summary>
    public Task DropLinesAsync() => DisturbAsync("Slack dropped the lines", () =>
    {
        Channels.Lines.Drop();
        return Task.CompletedTask;
    });

    public Task CutAsync(Instance instance, TimeSpan time) => DisturbAsync("an instance was cut off", async () =>
    {
        instance.Island.Cut();
        await Task.Delay(time);
        instance.Island.Mend();
    });

    public Task FillDiskAsync(Instance instance, TimeSpan time) => DisturbAsync("an instance's disk was full", async () =>
    {
        instance.Island.Disk.Fill();
        await Task.Delay(time);
        instance.Island.Disk.Empty();
    });

    public Task FillServersDiskAsync(TimeSpan time) => DisturbAsync("the database's disk was full", async () =>
    {
        await _oneFall.WaitAsync();
        _server.Disk.Fill();
        await Task.Delay(time);
        _server.Disk.Empty();
        await _server.GetUpAsync();
        _oneFall.Release();
    }, isEverybodys: true);

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in Instances)
        {
            await instance.DisposeAsync();
        }

        await Channels.DisposeAsync();
        await _server.DisposeAsync();
        _oneFall.Dispose();
        _directory.Dispose();
    }

    /// <summary>It goes on for the checker from when it begins to when it is over.</summary>
    private async Task DisturbAsync(string what, Func<Task> disturb, bool isEverybodys = false)
    {
        var from = DateTimeOffset.UtcNow;
        await disturb();
        _disturbances.Enqueue(new Disturbance(what, from, DateTimeOffset.UtcNow, isEverybodys));
    }
}
