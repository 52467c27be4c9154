using System.Diagnostics;
using System.Text;
using LeadBot.Benchmarks.Load;
using LeadBot.Benchmarks.Measured;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadBot.Benchmarks.Sweeps;

/// <summary>LeadBot's host as it is shipped, started when everybody's digest is due, and people who press buttons from its first second on.</summary>
internal static class PressingRun
{
    private const int Clients = 16;

    private static readonly TimeSpan s_idle = TimeSpan.FromSeconds(5);

    public static async Task<PressReport> RunAsync(Plan plan, int people, int deals)
    {
        using var data = new ScratchDirectory();
        var sink = new Sink();
        await using var connector = await sink.StartAsync();
        var serviceUrl = connector.Urls.First();
        await DueTeam.FillAsync(data.Path, people, deals, TimeProvider.System.GetUtcNow(), serviceUrl);
        await using var host = await StartedProcess.StartAsync("LeadBot.Host.dll", "--urls", "http://127.0.0.1:0", "--data-directory", data.Path);
        using var sender = new Sender(host.Address);
        var began = Stopwatch.GetTimestamp();
        var samples = Enumerable.Range(0, Clients).Select(_ => new Samples()).ToList();
        samples.ForEach(seen => seen.Count());
        var pressing = samples.Select((seen, client) => Task.Run(() => PressAsync(sender, seen, client, people, deals, serviceUrl))).ToList();
        while (sink.Digests < people && Stopwatch.GetElapsedTime(Math.Max(sink.Last, began)) < s_idle + plan.WarmUp)
        {
            await Task.WhenAny(Task.Delay(50), Task.WhenAll(pressing));
        }

        var took = Stopwatch.GetElapsedTime(began);
        samples.ForEach(seen => seen.Stop());
        await Task.WhenAll(pressing);
        var (presses, peak) = (samples.SelectMany(seen => seen.Seen).Select(seen => seen.Response).ToList(), Math.Round(host.PeakMegabytes, 1));
        return new PressReport(Math.Round(took.TotalSeconds, 1), sink.Digests, presses.Count, Latency.Of(presses), peak);
    }

    /// <summary>Presses "not now" on one deal of theirs after the other, which redraws the card with days to choose from.</summary>
    private static async Task PressAsync(Sender sender, Samples samples, int client, int people, int deals, string serviceUrl)
    {
        var activity = new byte[Activities.Longest];
        var number = client % people;
        var by = new Person($"rep-{number}", $"talk-{number}", "msteams", serviceUrl);
        for (var said = 0; samples.GoOn; said++)
        {
            var deal = DueTeam.Deal((number + (people * said)) % deals / people * people + number);
            var button = Encoding.UTF8.GetBytes(
                $$$"""{"type":"Action.Execute","verb":"not-now","data":{"action":"not-now","deal":"{{{deal}}}","rev":"1","digest":"2026-11-24"}}""");
            var length = Activities.Pressed(activity, by, (client * 10_000_000L) + said, button);
            var sent = Stopwatch.GetTimestamp();
            await sender.PostAsync(activity.AsMemory(0, length));
            var response = Stopwatch.GetTimestamp();
            samples.Add(sent, response, response);
        }
    }

    /// <summary>The channel's side: takes everything, and counts it.</summary>
    private sealed class Sink
    {
        private static readonly byte[] s_taken = [.. "{\"id\":\"1795408023794\"}"u8];
        private int _digests;
        private long _last;

        public int Digests => Volatile.Read(ref _digests);

        /// <summary>When the last one came, by <see cref="Stopwatch.GetTimestamp"/>; 0: none yet.</summary>
        public long Last => Volatile.Read(ref _last);

        public async Task<WebApplication> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            app.Run(async http =>
            {
                await http.Request.Body.CopyToAsync(Stream.Null);
                Interlocked.Increment(ref _digests);
                Volatile.Write(ref _last, Stopwatch.GetTimestamp());
                (http.Response.StatusCode, http.Response.ContentType, http.Response.ContentLength) = (StatusCodes.Status201Created, "application/json", s_taken.Length);
                await http.Response.BodyWriter.WriteAsync(s_taken);
            });
            await app.StartAsync();
            return app;
        }
    }
}

/// <summary>Presses while the sweep runs and its digests are delivered.</summary>
/// <param name="Seconds">Until everybody's digest had arrived.</param>
internal sealed record PressReport(double Seconds, int Digests, int Presses, Latency Response, double PeakMegabytes);
