using System.Collections.Concurrent;
using System.Globalization;
using LeadBot.Faults.Checking;
using LeadBot.TestKit;
using Npgsql;

namespace LeadBot.Faults.World;

/// <summary>Three instances on islands, one database and the channels; what is done to them is written down.</summary>
internal sealed class Archipelago : IAsyncDisposable
{
    private const int Islands = 3;
    private const int Megabytes = 8;

    private readonly TemporaryDirectory _directory;
    private readonly ConcurrentQueue<Disturbance> _disturbances = new();
    private readonly SemaphoreSlim _oneFall = new(1);
    private readonly FallingServer _server;

    private Archipelago(TemporaryDirectory directory, FallingServer server, FakeChannels channels, IReadOnlyList<Island> islands)
    {
        (_directory, _server, Channels) = (directory, server, channels);
        Instances = [.. islands.Select(island => new Instance(island, new Dictionary<string, string>(channels.Settings)
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

    /// <summary>How this process connects to the database.</summary>
    public string Connection => _server.Connection;

    /// <param name="zone">Everybody's time zone.</param>
    public static async Task<Archipelago> MakeAsync(string zone)
    {
        var directory = new TemporaryDirectory();
        var islands = new List<Island>();
        for (var nr = 0; nr < Islands; nr++)
        {
            islands.Add(await Island.MakeAsync(Path.Combine(directory.Path, $"island{nr}"), nr, Megabytes));
        }

        return new Archipelago(directory, await FallingServer.StartAsync(islands.Select(island => island.Outside)), await FakeChannels.StartAsync(islands, zone), islands);
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
    });

    public Task CutAsync(Instance instance, TimeSpan time) => DisturbAsync("an instance was cut off", async () =>
    {
        instance.Island.Cut();
        await Task.Delay(time);
        instance.Island.Mend();
    });

    public Task FillDiskAsync(Instance instance, TimeSpan time) => DisturbAsync("an instance's disk was full", async () =>
    {
        instance.Island.FillDisk();
        await Task.Delay(time);
        instance.Island.EmptyDisk();
    });

    /// <summary>The database as it is, of what was said since.</summary>
    public async Task<Kept> ReadAsync(DateTimeOffset since)
    {
        await using var connection = new NpgsqlConnection(Connection);
        await connection.OpenAsync();
        var messages = await AllAsync(
            "SELECT c.name, o.card, o.said_at, o.sent_at IS NOT NULL, o.dead_because FROM outbox o JOIN conversations c ON c.id = o.conversation WHERE o.said_at >= $1 ORDER BY o.id",
            row => new KeptMessage(Names.Conversation(row.GetString(0)), Names.Said(row.GetString(1)), new DateTimeOffset(row.GetInt64(2), TimeSpan.Zero), row.GetBoolean(3), row.IsDBNull(4) ? null : row.GetString(4)));
        return new Kept(
            await AllAsync("SELECT event_key FROM processed_events WHERE taken_at >= $1", row => row.GetString(0)),
            await AllAsync("SELECT event_key FROM deal_events WHERE at >= $1 AND event_key IS NOT NULL", row => row.GetString(0)),
            messages,
            (await AllAsync("SELECT COUNT(*)::int FROM deliveries WHERE $1 > 0", row => row.GetInt32(0)))[0]);

        async Task<List<T>> AllAsync<T>(string sql, Func<NpgsqlDataReader, T> read)
        {
#pragma warning disable CA2100 // Constants, above.
            await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = since.UtcTicks } } };
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new List<T>();
            while (await reader.ReadAsync())
            {
                rows.Add(read(reader));
            }

            return rows;
        }
    }

    /// <summary>Waits until nothing waits to be delivered.</summary>
    public async Task AllIsDeliveredAsync(DateTimeOffset since)
    {
        for (var patience = new Patience("everything is delivered"); (await ReadAsync(since)).Waiting > 0; patience.Check())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500));
        }
    }

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
    private async Task DisturbAsync(string what, Func<Task> disturb)
    {
        var from = DateTimeOffset.UtcNow;
        await disturb();
        _disturbances.Enqueue(new Disturbance(what, from, DateTimeOffset.UtcNow));
    }
}
