using System.Net.Sockets;
using LeadBot.Faults.Talking;
using LeadBot.TestKit;
using Npgsql;

namespace LeadBot.Faults.World;

/// <summary>One instance, its database and its channels, on this machine's own network.</summary>
internal sealed class OneInstance : IAsyncDisposable
{
    /// <summary>The tests of it come one after the other.</summary>
    public const string WholeMachine = "the whole machine";

    private readonly TemporaryDirectory _directory;
    private readonly FallingServer _server;
    private readonly Dictionary<string, string> _settings;

    private OneInstance(TemporaryDirectory directory, FallingServer server, FakeChannels channels, Dictionary<string, string> settings, HostProcess process) =>
        (_directory, _server, Channels, _settings, Process, Mouth) = (directory, server, channels, settings, process, new Mouth(channels, TimeSpan.FromMinutes(2)));

    public FakeChannels Channels { get; }

    public HostProcess Process { get; }

    public Mouth Mouth { get; }

    public FallingServer Server => _server;

    /// <param name="megabytes">The database has a disk of its own, of this size; null: it has not.</param>
    public static async Task<OneInstance> StartAsync(int? megabytes = null)
    {
        var directory = new TemporaryDirectory();
        var server = await FallingServer.StartAsync([], megabytes);
        var channels = await FakeChannels.StartAsync([], "Etc/UTC");
        var settings = new Dictionary<string, string>(channels.Settings) { ["LeadBot__Database"] = "postgres", ["ConnectionStrings__LeadBot"] = server.Connection };
        return new OneInstance(directory, server, channels, settings, await HostProcess.StartAsync(directory.Path, settings: settings));
    }

    /// <summary>Another one on the same database.</summary>
    public async Task<HostProcess> StartAnotherAsync() => await HostProcess.StartAsync(Directory.CreateDirectory(Path.Combine(_directory.Path, "another")).FullName, settings: _settings);

    /// <summary>Waits until somebody is delivering in so many conversations.</summary>
    public async Task UntilAsync(int held, DateTimeOffset now)
    {
        await using var connection = new NpgsqlConnection(Server.Connection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT COUNT(*)::int FROM deliveries WHERE lease_until > $1", connection) { Parameters = { new() { Value = now.UtcTicks } } };
        for (var patience = new Patience($"{held} conversations are held"); (int)(await command.ExecuteScalarAsync())! < held; patience.Check())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    /// <summary>When the last message was marked as sent.</summary>
    public async Task<DateTimeOffset> LastSentAsync()
    {
        await using var connection = new NpgsqlConnection(Server.Connection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT MAX(sent_at) FROM outbox", connection);
        return new DateTimeOffset((long)(await command.ExecuteScalarAsync())!, TimeSpan.Zero);
    }

    /// <summary>Until this is disposed no turn gets on.</summary>
    public async Task<IAsyncDisposable> StallAsync()
    {
        var connection = new NpgsqlConnection(Server.Connection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("BEGIN; LOCK TABLE processed_events IN ACCESS EXCLUSIVE MODE", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>Waits until so many turns stand there.</summary>
    public async Task UntilAsync(int stalled)
    {
        await using var connection = new NpgsqlConnection(Server.Connection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT COUNT(*)::int FROM pg_locks WHERE locktype = 'relation' AND NOT granted", connection);
        for (var patience = new Patience($"{stalled} turns stand still"); (int)(await command.ExecuteScalarAsync())! < stalled; patience.Check())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    /// <summary>Waits until nobody can connect to it any more.</summary>
    public async Task IsClosedAsync()
    {
        for (var patience = new Patience("it takes no more connections"); await IsOpenAsync(); patience.Check())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        Mouth.Dispose();
        await Channels.DisposeAsync();
        await _server.DisposeAsync();
        _directory.Dispose();
    }

    private async Task<bool> IsOpenAsync()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(Process.Address.Host, Process.Address.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
