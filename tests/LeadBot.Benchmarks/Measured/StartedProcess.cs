using System.Diagnostics;
using System.Text.RegularExpressions;

namespace LeadBot.Benchmarks.Measured;

/// <summary>A program of this build as its own process. Killed when disposed.</summary>
internal sealed partial class StartedProcess : IAsyncDisposable
{
    private readonly Process _process;

    private StartedProcess(Process process, long started, Uri address) => (_process, Started, Address) = (process, started, address);

    /// <summary>When it was started, by <see cref="Stopwatch.GetTimestamp"/>.</summary>
    public long Started { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public double PeakMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64 / 1e6;
        }
    }

    /// <inheritdoc cref="StartAsync(string, IReadOnlyDictionary{string, string}, string[])"/>
    public static Task<StartedProcess> StartAsync(string program, params string[] arguments) => StartAsync(program, new Dictionary<string, string>(), arguments);

    /// <summary>Starts it and waits until it prints that it <c>listens on</c> an address.</summary>
    /// <param name="program">The file's name, in the directory of this program.</param>
    /// <param name="environment">What its environment has besides this one's.</param>
    /// <exception cref="InvalidOperationException">It ended instead; the message has what it printed.</exception>
    public static async Task<StartedProcess> StartAsync(string program, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var started = Stopwatch.GetTimestamp();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program), .. arguments]) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        var printed = "";
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } said)
            {
                _ = process.StandardOutput.BaseStream.CopyToAsync(Console.OpenStandardError());
                return new StartedProcess(process, started, new Uri(said.Groups["url"].Value));
            }

            printed += line + Environment.NewLine;
        }

        throw new InvalidOperationException($"{program} ended: {printed}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    [GeneratedRegex(@"listens on (?<url>http://[^\s/]+?)[./]*(\s|$)")]
    private static partial Regex Listening();
}
