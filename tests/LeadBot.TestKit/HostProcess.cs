using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace LeadBot.TestKit;

/// <summary>LeadBot's host as its own process, on a loopback port, over a directory of its own. Killed when disposed.</summary>
public sealed partial class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private HostProcess(Process process) => _process = process;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>The process, to be measured or killed.</summary>
    public int Id => _process.Id;

    /// <summary>All it has printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="hostDll">The built host; by default the one beside the tests.</param>
    /// <param name="port">0: a free one.</param>
    /// <param name="host">Where it listens.</param>
    /// <param name="settings">As environment variables.</param>
    /// <param name="under">A command that becomes what follows it, for instance as somebody else.</param>
    public static async Task<HostProcess> StartAsync(
        string dataDirectory, int port = 0, string? hostDll = null, string host = "127.0.0.1", IReadOnlyDictionary<string, string>? settings = null, params string[] under)
    {
        string[] command = [.. under, "dotnet", hostDll ?? Path.Combine(AppContext.BaseDirectory, "LeadBot.Host.dll"), "--urls", $"http://{host}:{port}", "--data-directory", dataDirectory];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return await StartAsync(start);
    }

    private static async Task<HostProcess> StartAsync(ProcessStartInfo start)
    {
        var host = new HostProcess(Process.Start(start)!);
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        host._process.OutputDataReceived += (_, line) => host.Hear(line.Data, listening);
        host._process.ErrorDataReceived += (_, line) => host.Hear(line.Data, listening);
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();

        try
        {
            await Task.WhenAny(listening.Task, host._process.WaitForExitAsync()).WaitAsync(s_patience);
            host.Address = listening.Task.IsCompleted ? await listening.Task : throw new InvalidOperationException($"The host ended with {host._process.ExitCode}: {host.Output}");
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Tells it to end, as a service manager would.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        using (var signal = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
        {
            await signal.WaitForExitAsync();
        }

        await _process.WaitForExitAsync().WaitAsync(s_patience);
        return _process.ExitCode;
    }

    /// <summary>Ends it at once, as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private void Hear(string? line, TaskCompletionSource<Uri> listening)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (line is not null && Listening().Match(line) is { Success: true } said)
        {
            listening.TrySetResult(new Uri(said.Groups["url"].Value));
        }
    }

    [GeneratedRegex(@"LeadBot listens on (?<url>http://\S+?)\.?(\s|$)")]
    private static partial Regex Listening();
}
