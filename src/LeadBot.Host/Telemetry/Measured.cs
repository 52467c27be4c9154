using System.Diagnostics;
using System.Diagnostics.Metrics;
using LeadBot.Dialog.Channels;
using LeadBot.Domain.Qualification;

namespace LeadBot.Host.Telemetry;

/// <summary>
/// What is timed and counted. <c>deployment/monitoring</c> reads these names; no tag holds anybody's words, name or id. What a transaction keeps is
/// counted once it is committed.
/// </summary>
internal static class Measured
{
    /// <summary>The meter's and the traces' name.</summary>
    public const string Name = "LeadBot";

    private const int LongestCause = 80;

    private static readonly ActivitySource s_traces = new(Name);
    private static readonly Meter s_meter = new(Name);

    private static readonly Histogram<double> s_turns = s_meter.CreateHistogram(
        "leadbot.turn.duration",
        "s",
        "From an event to its answer.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });

    private static readonly Counter<long> s_sends = s_meter.CreateCounter<long>("leadbot.messages.sent", null, "Messages handed to a channel, by what became of them.");
    private static readonly Counter<long> s_digests = s_meter.CreateCounter<long>("leadbot.digests.made", null, "Digests put into the outbox.");
    private static readonly Counter<long> s_verdicts = s_meter.CreateCounter<long>("leadbot.verdicts.given", null, "Verdicts, by what they say.");

    private static long s_waiting;
    private static double s_age;

    static Measured()
    {
        s_meter.CreateObservableGauge("leadbot.queue.messages", () => Volatile.Read(ref s_waiting), null, "Messages that wait to be sent.");
        s_meter.CreateObservableGauge("leadbot.queue.age", () => Volatile.Read(ref s_age), "s", "How long the oldest of them has waited.");
    }

    /// <summary>Times a turn.</summary>
    public static async Task<T> TurnAsync<T>(string channel, Func<Task<T>> turn)
    {
        using var span = s_traces.StartActivity("turn");
        span?.SetTag("channel", channel);
        var began = Stopwatch.GetTimestamp();
        var outcome = "failed";
        try
        {
            var taken = await turn();
            outcome = "taken";
            return taken;
        }
        finally
        {
            span?.SetStatus(outcome == "taken" ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
            s_turns.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, new("channel", channel), new("outcome", outcome));
        }
    }

    /// <summary>Counts a message by what became of it.</summary>
    public static async Task<Sent> SendAsync(string channel, Func<Task<Sent>> send)
    {
        using var span = s_traces.StartActivity("send", ActivityKind.Client);
        span?.SetTag("channel", channel);
        var sent = await send();
        var (result, cause) = sent switch
        {
            Sent.TryAgain again => ("put-off", again.Why),
            Sent.GiveUp given => ("given-up", given.Why),
            Sent.Gone gone => ("gone", gone.Why),
            _ => ("delivered", ""),
        };
        span?.SetTag("result", result);
        s_sends.Add(1, new("channel", channel), new("result", result), new("cause", cause.Length <= LongestCause ? cause : cause[..LongestCause]));
        return sent;
    }

    /// <summary>Counts a digest.</summary>
    public static void Digest(string kind) => s_digests.Add(1, new KeyValuePair<string, object?>("kind", kind));

    /// <summary>Counts a verdict.</summary>
    public static void Verdict(VerdictKind kind) => s_verdicts.Add(1, new KeyValuePair<string, object?>("kind", kind.ToString()));

    /// <summary>How the queue was when it was last looked at.</summary>
    public static void Queue(int waiting, TimeSpan age)
    {
        Volatile.Write(ref s_waiting, waiting);
        Volatile.Write(ref s_age, age.TotalSeconds);
    }
}
