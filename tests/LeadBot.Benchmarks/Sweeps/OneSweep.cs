using System.Diagnostics;
using System.Text.Json;
using LeadBot.Dialog.Conversations;
using LeadBot.Host.Delivery;
using LeadBot.Host.Playbooks;
using LeadBot.Host.Reminders;
using LeadBot.Storage.Opening;
using LeadBot.Storage.Turns;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LeadBot.Benchmarks.Sweeps;

/// <summary>
/// The sweep once, over a database that is there, as its own process: what is due is found, composed and committed; nothing is sent.
/// First a small office's, in the same process, since the shipped program has run for days when the morning comes.
/// </summary>
internal static class OneSweep
{
    public const string Command = "one-sweep";

    /// <summary>The directory of the small office, in that of the database.</summary>
    public const string SmallOffice = "small";

    public static async Task RunAsync(string directory, CancellationToken stop)
    {
        await SweepAsync(Path.Combine(directory, SmallOffice), stop);
        Console.WriteLine(JsonSerializer.Serialize(await SweepAsync(directory, stop)));
    }

    private static async Task<OnePass> SweepAsync(string directory, CancellationToken stop)
    {
        using var store = Store.Open(directory);
        var clock = new Standing(DueTeam.Now);
        var playbooks = new StoredPlaybooks(PlaybookCatalogue.Load(null));
        var digests = new DigestSender(playbooks, new TeamRecords(), HolidayShelf.Empty, new OneByOne([], clock), NullLogger<DigestSender>.Instance);
        var conversations = new ConversationDelivery(store, Options.Create(new DeliveryOptions()), clock, NullLogger<ConversationDelivery>.Instance);
        using var delivery = new OutboxDelivery(store, conversations, [], clock, NullLogger<OutboxDelivery>.Instance);
        var sweep = new Sweep(store, digests, new WeekEnd(playbooks, HolidayShelf.Empty, NullLogger<WeekEnd>.Instance), new LimitLearning(store, HolidayShelf.Empty), delivery, clock, NullLogger<Sweep>.Instance);
        var since = Since.Now();
        var swept = await sweep.RunAsync(stop);
        return since.Measured(swept.Messages);
    }

    private sealed class Standing(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

/// <summary>When a pass began.</summary>
/// <param name="At">By <see cref="Stopwatch.GetTimestamp"/>.</param>
/// <param name="Processor">What the process had spent.</param>
internal readonly record struct Since(long At, TimeSpan Processor)
{
    public static Since Now()
    {
        using var self = Process.GetCurrentProcess();
        return new Since(Stopwatch.GetTimestamp(), self.TotalProcessorTime);
    }

    /// <summary>What the pass came to.</summary>
    public OnePass Measured(int written)
    {
        var took = Stopwatch.GetElapsedTime(At);
        using var self = Process.GetCurrentProcess();
        return new OnePass(Math.Round(took.TotalSeconds, 3), written, Math.Round((self.TotalProcessorTime - Processor).TotalSeconds, 3), Math.Round(self.PeakWorkingSet64 / 1e6, 1));
    }
}

/// <summary>One pass over all deals.</summary>
/// <param name="Written">Digests, or the floor's rows.</param>
/// <param name="ProcessorSeconds">Of the process, meanwhile.</param>
/// <param name="PeakMegabytes">Of the process, since its start.</param>
internal sealed record OnePass(double Seconds, int Written, double ProcessorSeconds, double PeakMegabytes);
