using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LeadBot.Benchmarks.Load;
using LeadBot.Benchmarks.Measured;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadBot.Benchmarks.Sweeps;

/// <summary>
/// LeadBot's host as it is shipped, and people who press a digest's buttons: from when it is warm until everybody's digest is due,
/// which is half a minute after its start and so found by its second heartbeat, and on until every digest has arrived.
/// </summary>
internal static partial class PressingRun
{
    private const int Clients = 16;

    private static readonly TimeSpan s_due = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_nothingMoreComes = TimeSpan.FromSeconds(90);

    public static async Task<PressReport> RunAsync(Plan plan, int people, int deals)
    {
        using var data = new ScratchDirectory();
        var sink = new Sink();
        await using var connector = await sink.StartAsync();
        var serviceUrl = connector.Urls.First();
        await DueTeam.FillAsync(data.Path, people, deals, TimeProvider.System.GetUtcNow(), serviceUrl);
        DueTeam.AllDue(data.Path, TimeProvider.System.GetUtcNow() + s_due);
        await using var host = await StartedProcess.StartAsync("LeadBot.Host.dll", "--urls", "http://127.0.0.1:0", "--data-directory", data.Path);
        using var sender = new Sender(host.Address);
        var (alone, sweeping) = (Enumerable.Range(0, Clients).Select(_ => new Samples()).ToList(), Enumerable.Range(0, Clients).Select(_ => new Samples()).ToList());
        var pressing = Task.WhenAll(alone.Zip(sweeping).Select((seen, client) => Task.Run(() => PressAsync(sender, seen, sink.Replies[client], client, people, deals, serviceUrl))));
        await Task.WhenAny(Task.Delay(plan.WarmUp), pressing);
        alone.ForEach(seen => seen.Count());
        await UntilAsync(sink, pressing, () => sink.Digests > 0);
        alone.ForEach(seen => seen.Stop());
        sweeping.ForEach(seen => seen.Count());
        var began = Stopwatch.GetTimestamp();
        // Those who press were heard for the first time, and get theirs tomorrow.
        await UntilAsync(sink, pressing, () => sink.Digests >= people - Clients);
        var took = Stopwatch.GetElapsedTime(began);
        sweeping.ForEach(seen => seen.Stop());
        await pressing;
        return new PressReport(Math.Round(took.TotalSeconds, 1), sink.Digests, Seen(alone), Seen(sweeping), Math.Round(host.PeakMegabytes, 1));
    }

    private static async Task UntilAsync(Sink sink, Task pressing, Func<bool> isSo)
    {
        for (var began = Stopwatch.GetTimestamp(); !isSo() && !pressing.IsCompleted && Stopwatch.GetElapsedTime(Math.Max(sink.Last, began)) < s_nothingMoreComes;)
        {
            await Task.WhenAny(Task.Delay(10), pressing);
        }
    }

    private static Presses Seen(List<Samples> samples)
    {
        var presses = samples.SelectMany(seen => seen.Seen).ToList();
        return new Presses(presses.Count, Latency.Of(presses.Select(seen => seen.Response)), Latency.Of(presses.Select(seen => seen.Reply)));
    }

    /// <summary>Presses "not now" on one deal of theirs after the other, which is replied to with days to choose from.</summary>
    private static async Task PressAsync(Sender sender, (Samples Alone, Samples Sweeping) samples, SemaphoreSlim reply, int client, int people, int deals, string serviceUrl)
    {
        var activity = new byte[Activities.Longest];
        var number = client % people;
        var by = new Person($"rep-{number}", $"talk-{number}", "msteams", serviceUrl);
        for (var said = 0; samples.Sweeping.GoOn; said++)
        {
            var deal = DueTeam.Deal((number + (people * said)) % deals / people * people + number);
            var button = Encoding.UTF8.GetBytes(
                $$$"""{"type":"Action.Execute","verb":"not-now","data":{"action":"not-now","deal":"{{{deal}}}","rev":"1","digest":"2026-11-24"}}""");
            var length = Activities.Pressed(activity, by, (client * 10_000_000L) + said, button);
            var sent = Stopwatch.GetTimestamp();
            await sender.PostAsync(activity.AsMemory(0, length));
            var response = Stopwatch.GetTimestamp();
            await reply.WaitAsync(s_nothingMoreComes);
            var replied = Stopwatch.GetTimestamp();
            samples.Alone.Add(sent, response, replied);
            samples.Sweeping.Add(sent, response, replied);
        }
    }

    /// <summary>The channel's side: takes everything, counts the digests, and says when a reply to a press has come.</summary>
    private sealed partial class Sink
    {
        private static readonly byte[] s_taken = [.. "{\"id\":\"1795408023794\"}"u8];
        private int _digests;
        private long _last;

        public int Digests => Volatile.Read(ref _digests);

        /// <summary>When the last digest came, by <see cref="Stopwatch.GetTimestamp"/>; 0: none yet.</summary>
        public long Last => Volatile.Read(ref _last);

        /// <summary>One for each client.</summary>
        public IReadOnlyList<SemaphoreSlim> Replies { get; } = [.. Enumerable.Range(0, Clients).Select(_ => new SemaphoreSlim(0))];

        public async Task<WebApplication> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            app.Run(async http =>
            {
                using var body = new StreamReader(http.Request.Body);
                var text = await body.ReadToEndAsync();
                if (text.Contains("deals to look at", StringComparison.Ordinal))
                {
                    Interlocked.Increment(ref _digests);
                    Volatile.Write(ref _last, Stopwatch.GetTimestamp());
                }
                else
                {
                    Replies[int.Parse(Conversation().Match(text).ValueSpan, CultureInfo.InvariantCulture)].Release();
                }

                (http.Response.StatusCode, http.Response.ContentType, http.Response.ContentLength) = (StatusCodes.Status201Created, "application/json", s_taken.Length);
                await http.Response.BodyWriter.WriteAsync(s_taken);
            });
            await app.StartAsync();
            return app;
        }

        [GeneratedRegex("(?<=\"id\":\"talk-)\\d+")]
        private static partial Regex Conversation();
    }
}

/// <summary>Presses while the sweep runs and its digests are delivered.</summary>
/// <param name="Seconds">From the first digest that arrived to the last.</param>
/// <param name="Alone">Before, with nothing else to do.</param>
internal sealed record PressReport(double Seconds, int Digests, Presses Alone, Presses Sweeping, double PeakMegabytes);

/// <param name="Response">From sending the activity to the end of its HTTP response.</param>
/// <param name="Reply">From sending the activity to the reply at the connector.</param>
internal sealed record Presses(int Count, Latency Response, Latency Reply);
