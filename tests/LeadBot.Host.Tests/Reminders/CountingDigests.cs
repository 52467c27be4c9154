using System.Diagnostics.Metrics;
using LeadBot.Domain;
using LeadBot.Host.Reminders;
using LeadBot.Host.Tests.Turns;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Reminding;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.Reminders;

/// <summary>What the metrics count is what was kept.</summary>
public sealed class CountingDigests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task A_digest_that_is_undone_is_not_counted_and_one_that_is_kept_is_counted_once()
    {
        await using var bench = new TurnBench(_directory, StaleDeals.Start);
        await bench.StartAsync("dana", "Acme");
        bench.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(0, await CountedAsync(bench, () => throw new InvalidOperationException("Undone.")));
        Assert.Equal(1, await CountedAsync(bench, () => { }));
    }

    public void Dispose() => _directory.Dispose();

    /// <summary>Other tests' digests are counted by threads of their own.</summary>
    private static async Task<long> CountedAsync(TurnBench bench, Action afterwards)
    {
        using var listener = new MeterListener();
        var (counted, thread) = (0L, -1);
        listener.InstrumentPublished = (instrument, heard) =>
        {
            if (instrument is { Meter.Name: "LeadBot", Name: "leadbot.digests.made" })
            {
                heard.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => counted += Environment.CurrentManagedThreadId == thread ? count : 0);
        listener.Start();
        await Record.ExceptionAsync(() => bench.Store.Gate.BackgroundAsync(
            Scope.Sweep,
            session =>
            {
                thread = Environment.CurrentManagedThreadId;
                var now = bench.Clock.GetUtcNow();
                var all = DuePeople.Of(session, now, 10);
                session.Enter(Databases.Local);
                var colleagues = Colleagues.Of(session, new WorkspaceId("local"), now);
                var said = all.Sum(due => bench.Digests.Remind(session, colleagues, due, now));
                Assert.Equal(1, said);
                afterwards();
                return true;
            },
            TestContext.Current.CancellationToken));
        return counted;
    }
}
