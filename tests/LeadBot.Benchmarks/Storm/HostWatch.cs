using System.Diagnostics;
using System.Globalization;
using LeadBot.Benchmarks.Measured;

namespace LeadBot.Benchmarks.Storm;

/// <summary>Looks at a host every second: its memory by its own metrics, and how many digests it made of which so many arrived.</summary>
internal sealed class HostWatch(StartedProcess host, LimitedSlack slack, SlackLimits limits) : IDisposable
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(1);

    private readonly HttpClient _http = new();
    private readonly List<Look> _looks = [];

    public IReadOnlyList<Look> Looks => _looks;

    /// <param name="began">By <see cref="Stopwatch.GetTimestamp"/>.</param>
    public async Task LookAsync(long began, CancellationToken over)
    {
        using var timer = new PeriodicTimer(s_every);
        while (!over.IsCancellationRequested)
        {
            var metrics = await _http.GetStringAsync(new Uri(host.Address, "/metrics"), CancellationToken.None);
            var made = (int)Sum(metrics, "leadbot_digests_made_total");
            _looks.Add(new Look(
                (int)Stopwatch.GetElapsedTime(began).TotalSeconds,
                made,
                slack.Digests,
                made - slack.Digests,
                limits.IntoChannel + limits.IntoWorkspace,
                Math.Round(Sum(metrics, "dotnet_gc_last_collection_heap_size_bytes") / 1e6, 1),
                Math.Round(Sum(metrics, "dotnet_process_memory_working_set_bytes") / 1e6, 1)));
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Of that metric, whatever its labels.</summary>
    private static double Sum(string metrics, string name) => metrics.Split('\n')
        .Where(line => line.StartsWith(name, StringComparison.Ordinal) && line[name.Length] is ' ' or '{')
        .Sum(line => double.Parse(line[(line.LastIndexOf('}') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0], CultureInfo.InvariantCulture));
}

/// <summary>How it was then.</summary>
/// <param name="Second">Since digests were due.</param>
/// <param name="Made">Digests in the outbox, ever.</param>
/// <param name="Waiting">Of these, not arrived.</param>
/// <param name="Refused">Answered with 429, so far.</param>
/// <param name="HeapMegabytes">Managed memory after the last collection.</param>
internal sealed record Look(int Second, int Made, int Arrived, int Waiting, int Refused, double HeapMegabytes, double WorkingSetMegabytes);
