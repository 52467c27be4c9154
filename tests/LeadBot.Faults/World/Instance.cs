using LeadBot.TestKit;

namespace LeadBot.Faults.World;

/// <summary>A LeadBot on an island of its own, that can be killed and started again.</summary>
internal sealed class Instance(Island island, IReadOnlyDictionary<string, string> settings) : IAsyncDisposable
{
    private const int Port = 8080;

    private HostProcess? _process;

    public Island Island => island;

    /// <summary>Where it listens while it runs.</summary>
    public Uri Address { get; } = new($"http://{island.Inside}:{Port}");

    /// <summary>All that its process printed.</summary>
    public string Said => _process?.Output ?? "";

    public async Task StartAsync() => _process = await HostProcess.StartAsync(island.Directory, Port, host: "0.0.0.0", settings: settings, under: island.Here);

    /// <summary>As a power cut would end it.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            await process.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await island.DisposeAsync();
    }
}
