using LeadBot.Dialog.Digests;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Host.Tests.Turns;
using LeadBot.Storage.Reminding;
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

    [Fact]
    public async Task How_a_deal_was_is_forgotten_once_it_cannot_be_taken_back_and_what_happened_to_it_is_not()
    {
        await using var bench = new TurnBench(_directory, input => TurnBench.Say(input) with
        {
            Changes = [new DealChange((input.Deal ?? new Deal(input.FreshDeal, input.Workspace.Id, input.Person.Id, "Acme", DealState.Open, 0, input.Now)) is var deal ? deal with { Revision = deal.Revision + 1 } : null!, [new Happening.WentOn()])],
            Conversation = input.Conversation with { Deal = input.Deal?.Id ?? input.FreshDeal },
        });
        await bench.TakeAsync("new");
        await bench.TakeAsync("old");
        bench.Clock.Advance(TimeSpan.FromDays(2.5));
        await bench.TakeAsync("young");

        await bench.Retention.ForgetAsync(TestContext.Current.CancellationToken);

        using var tables = bench.Tables();
        Assert.Equal([false, false, true], tables.DealEvents.OrderBy(e => e.Revision).AsEnumerable().Select(e => e.DocumentBefore is not null));
    }

    [Fact]
    public async Task What_reminders_remember_is_forgotten_when_it_says_nothing_any_more()
    {
        await using var bench = new TurnBench(_directory, TurnBench.Echo);
        var (id, manager, then) = (new WorkspaceId("local"), new PersonId("mo"), TurnBench.Start);
        Task KeepAsync(string rep, DateTimeOffset at) => bench.Store.Gate.TurnAsync(
            session =>
            {
                var raised = new Raised(Need.DigestsUnpressed, new PersonId(rep), null, at);
                ManagersNeeds.Raise(session, id, raised);
                ManagersNeeds.Tell(session, id, manager, raised.About, new Listed(DateOnly.FromDateTime(at.UtcDateTime), 1, at));
                SentDigests.Add(session, id, rep, DateOnly.FromDateTime(at.UtcDateTime), SentDigests.Deals, at, 1, []);
                return true;
            },
            TestContext.Current.CancellationToken);
        await KeepAsync("ann", then);
        await KeepAsync("bob", then.AddDays(61));

        bench.Clock.Advance(TimeSpan.FromDays(62));
        await bench.Retention.ForgetAsync(TestContext.Current.CancellationToken);
        using var tables = bench.Tables();
        Assert.Equal(("DigestsUnpressed:bob", "DigestsUnpressed:bob", 2), (tables.Raised.Single().About, tables.Told.Single().About, tables.Digests.Count()));

        bench.Clock.Advance(TimeSpan.FromDays(340));
        await bench.Retention.ForgetAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, 0, "bob"), (tables.Raised.Count(), tables.Told.Count(), tables.Digests.Single().Person));
    }

    public void Dispose() => _directory.Dispose();

    private static (int Events, int Messages, int Deliveries) Counts(TurnBench bench)
    {
        using var tables = bench.Tables();
        return (tables.ProcessedEvents.Count(), tables.Outbox.Count(), tables.Deliveries.Count());
    }
}
