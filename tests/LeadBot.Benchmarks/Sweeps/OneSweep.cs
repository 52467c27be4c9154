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

/// <summary>The sweep once, over a database that is there, as its own process: what is due is found, composed and committed; nothing is sent.</summary>
internal static class OneSweep
{
    public const string Command = "one-sweep";

    public static async Task RunAsync(string directory, CancellationToken stop)
    {
        using var store = Store.Open(directory);
        var clock = new Standing(DueTeam.Now);
        var playbooks = new StoredPlaybooks(PlaybookCatalogue.Load(null));
        var digests = new DigestSender(playbooks, new TeamRecords(), HolidayShelf.Empty, NullLogger<DigestSender>.Instance);
        var conversations = new ConversationDelivery(store, Options.Create(new DeliveryOptions()), clock, NullLogger<ConversationDelivery>.Instance);
        using var delivery = new OutboxDelivery(store, conversations, [], clock, NullLogger<OutboxDelivery>.Instance);
        var sweep = new Sweep(store, digests, new WeekEnd(playbooks, HolidayShelf.Empty, NullLogger<WeekEnd>.Instance), new LimitLearning(store, HolidayShelf.Empty), delivery, clock, NullLogger<Sweep>.Instance);
        var began = Stopwatch.GetTimestamp();
        var swept = await sweep.RunAsync(stop);
        Console.WriteLine(JsonSerializer.Serialize(Measured(began, swept.Messages)));
    }

    /// <summary>What this process did since then.</summary>
    public static OnePass Measured(long began, int written)
    {
        using var self = Process.GetCurrentProcess();
        return new OnePass(Math.Round(Stopwatch.GetElapsedTime(began).TotalSeconds, 3), written, Math.Round(self.TotalProcessorTime.TotalSeconds, 3), Math.Round(self.PeakWorkingSet64 / 1e6, 1));
    }

    private sealed class Standing(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

/// <summary>One pass over all deals.</summary>
/// <param name="Seconds">Without the start of the process.</param>
/// <param name="Written">Digests, or the floor's rows.</param>
/// <param name="ProcessorSeconds">Of the whole process.</param>
internal sealed record OnePass(double Seconds, int Written, double ProcessorSeconds, double PeakMegabytes);
