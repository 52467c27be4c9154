using LeadBot.Host.Tests.Turns;
using LeadBot.Storage.Retention;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.Delivery;

public sealed class ForgettingOldRows : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task Events_go_after_thirty_days_and_messages_after_seven_in_as_many_batches_as_it_takes()
    {
        await using var bench = new TurnBench(_directory, TurnBench.Echo);
        await Task.WhenAll(Enumerable.Range(0, Forgetting.Batch + 10).Select(n => bench.TakeAsync($"old {n}", conversation: $"c{n}")));

        bench.Clock.Advance(TimeSpan.FromDays(8));
        await bench.TakeAsync("a week younger");
        await bench.Retention.ForgetAsync(TestContext.Current.CancellationToken);
        Assert.Equal((Forgetting.Batch + 11, 1, 1), Counts(bench));

        bench.Clock.Advance(TimeSpan.FromDays(23));
        await bench.Retention.ForgetAsync(TestContext.Current.CancellationToken);
        Assert.Equal((1, 0, 0), Counts(bench));
    }

    [Fact]
    public async Task Messages_nobody_here_delivers_are_counted_by_channel_before_they_go()
    {
        await using var bench = new TurnBench(_directory, TurnBench.Echo);
        await bench.DeliverAsync();
        var elsewhere = bench.Message("e1");
        await bench.TakeAsync(elsewhere with { Place = elsewhere.Place with { Channel = "elsewhere" } });
        await bench.TakeAsync("e2");
        await bench.Channel.NextAsync();
        await bench.UntilAsync(tables => tables.Deliveries.Count() == 1);

        bench.Clock.Advance(TimeSpan.FromDays(8));

        Assert.Equal([("elsewhere", 1)], await bench.Store.Gate.BackgroundAsync(session => Forgetting.Unsent(session, bench.Clock.GetUtcNow().AddDays(-7)), TestContext.Current.CancellationToken));
    }

    public void Dispose() => _directory.Dispose();

    private static (int Events, int Messages, int Deliveries) Counts(TurnBench bench)
    {
        using var tables = bench.Tables();
        return (tables.ProcessedEvents.Count(), tables.Outbox.Count(), tables.Deliveries.Count());
    }
}
