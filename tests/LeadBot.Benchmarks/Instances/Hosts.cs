using LeadBot.Benchmarks.Measured;

namespace LeadBot.Benchmarks.Instances;

/// <summary>Hosts as they are shipped, each its own process, on one PostgreSQL database. Killed when disposed.</summary>
internal sealed class Hosts : IAsyncDisposable
{
    private readonly List<StartedProcess> _all = [];
    private readonly List<ScratchDirectory> _directories = [];

    public IReadOnlyList<StartedProcess> All => _all;

    /// <param name="settings">As environment variables, besides those of the database.</param>
    public static async Task<Hosts> StartAsync(string connection, int count, params (string Name, string Value)[] settings)
    {
        var environment = new Dictionary<string, string> { ["LeadBot__Database"] = "postgres", ["ConnectionStrings__LeadBot"] = connection };
        foreach (var (name, value) in settings)
        {
            environment.Add(name, value);
        }

        var hosts = new Hosts();
        for (var number = 0; number < count; number++)
        {
            var data = new ScratchDirectory();
            hosts._directories.Add(data);
            hosts._all.Add(await StartedProcess.StartAsync("LeadBot.Host.dll", environment, "--urls", "http://127.0.0.1:0", "--data-directory", data.Path));
        }

        return hosts;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _all)
        {
            await host.DisposeAsync();
        }

        _directories.ForEach(directory => directory.Dispose());
    }
}
