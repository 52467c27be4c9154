using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using LeadBot.TestKit;

namespace LeadBot.Scenarios.Crashes;

/// <summary>A crash worker in its own process.</summary>
public sealed class Worker : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    /// <param name="now">Its clock stands there; null: it goes.</param>
    public Worker(string directory, bool deliver = true, DateTimeOffset? now = null)
    {
        string[] clock = now is { } at ? [at.ToString("O")] : [];
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "LeadBot.CrashWorker.dll"), directory, deliver ? "deliver" : "hold", .. clock])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        if (ServerDatabases.Of(directory) is { } server)
        {
            (start.Environment["LeadBot__Database"], start.Environment["ConnectionStrings__LeadBot"]) = ("postgres", server);
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                _lines.Writer.Complete();
            }
            else
            {
                All.Add(line.Data);
                _lines.Writer.TryWrite(line.Data);
            }
        };
        _process.BeginOutputReadLine();
    }

    /// <summary>Every line it printed.</summary>
    public ConcurrentBag<string> All { get; } = [];

    public void Take(string conversation, string key) => _process.StandardInput.WriteLine($"{conversation} {key}");

    /// <summary>Reminds whoever is due.</summary>
    /// <param name="uncommitted">It stands still before the commit, and prints so.</param>
    public void Sweep(bool uncommitted = false) => _process.StandardInput.WriteLine(uncommitted ? "sweep-uncommitted" : "sweep");

    /// <summary>Waits for its next line.</summary>
    /// <exception cref="InvalidOperationException">It failed, and said why.</exception>
    public async Task<string> NextAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        var line = await _lines.Reader.ReadAsync(patience.Token);
        return line.StartsWith("failed ", StringComparison.Ordinal) ? throw new InvalidOperationException($"The worker {line}") : line;
    }

    /// <summary>Waits for a line.</summary>
    public async Task UntilAsync(string line)
    {
        while (await NextAsync() != line)
        {
        }
    }

    /// <summary>SIGKILL: it gets no chance to tidy up. Returns once all it printed is known.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }
}
