using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Host.Tests.Reminders;
using LeadBot.Host.Tests.Turns;
using LeadBot.Storage.Gate;
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

        Assert.Equal([("elsewhere", 1)], await bench.Store.Gate.BackgroundAsync(Scope.Retention, session => Forgetting.Unsent(session, bench.Clock.GetUtcNow().AddDays(-7)), TestContext.Current.CancellationToken));
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
            Databases.Local,
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

    [Fact]
    public async Task Finished_deals_go_when_a_setting_says_so_and_what_was_learnt_from_them_stays()
    {
        await using var bench = new TurnBench(_directory, input => ((Said.Typed)input.Message.Said).Text is var name && name.StartsWith("lost", StringComparison.Ordinal)
            ? TurnBench.Say(input) with
            {
                Changes = [new DealChange(StaleDeals.Of(input, name) with { State = DealState.Lost, Lost = new Loss("No need", "a note", input.Now, 1) }, [new Happening.Imported()])],
                Counted = [new CountedAnswer(new PlaybookId("p"), new QuestionId("q"), new OutcomeId("o"))],
            }
            : StaleDeals.Start(input));
        await bench.StartAsync("ann", "lost early", "open");
        bench.Clock.Advance(TimeSpan.FromDays(60));
        await bench.StartAsync("ann", "lost late");
        bench.Clock.Advance(TimeSpan.FromDays(60));

        await bench.Retention.ForgetAsync(TestContext.Current.CancellationToken);
        Assert.Equal(3, Deals().Count);
        bench.Keep.FinishedDealsDays = 90;
        await bench.Retention.ForgetAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["lost late", "open"], Deals());
        using var tables = bench.Tables();
        Assert.Equal(2, tables.AnswerCounts.Sum(count => count.Times));
        Assert.Equal(2, tables.DealEvents.Count());

        List<string> Deals()
        {
            using var now = bench.Tables();
            return [.. now.Deals.OrderBy(deal => deal.Name).Select(deal => deal.Name)];
        }
    }

    [Fact]
    public async Task Of_a_workspace_that_uninstalled_it_long_ago_only_the_audit_log_is_left_for_its_own_time()
    {
        await using var bench = new TurnBench(_directory, input => input.Message.Said is Said.Typed ? StaleDeals.Start(input) : TurnBench.Say(input));
        await bench.StartAsync("ann", "Acme");
        foreach (var workspace in (string[])["slack:gone", "slack:back"])
        {
            await bench.TakeAsync(bench.Message($"in {workspace}", workspace: workspace) with { Said = new Said.Arrived(Installed: true) });
            await bench.TakeAsync(bench.Message($"deal of {workspace}", "Beta", workspace: workspace));
            await bench.TakeAsync(bench.Message($"out {workspace}", workspace: workspace, person: "nobody") with { Said = new Said.Removed(Everywhere: true) });
        }

        bench.Clock.Advance(TimeSpan.FromDays(80));
        await bench.TakeAsync(bench.Message("again", workspace: "slack:back") with { Said = new Said.Arrived(Installed: true) });
        await bench.Retention.ForgetAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["local", "slack:back", "slack:gone"], Whose(bench));

        bench.Clock.Advance(TimeSpan.FromDays(11));
        await bench.Retention.ForgetAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["local", "slack:back"], Whose(bench));
        using var tables = bench.Tables();
        Assert.Equal(["Installed", "Set", "Uninstalled"], tables.Audit.Where(line => line.Workspace == "slack:gone").Select(line => line.Act).AsEnumerable().Order(StringComparer.Ordinal));

        bench.Clock.Advance(TimeSpan.FromDays(730));
        await bench.Retention.ForgetAsync(TestContext.Current.CancellationToken);
        Assert.Empty(tables.Audit);

        static List<string> Whose(TurnBench bench)
        {
            using var tables = bench.Tables();
            var all = tables.Workspaces.Select(row => row.Id).AsEnumerable()
                .Concat(tables.Deals.Select(row => row.Workspace)).Concat(tables.People.Select(row => row.Workspace)).Concat(tables.DealEvents.Select(row => row.Workspace))
                .Concat(tables.Conversations.Select(row => row.Workspace)).Concat(tables.ProcessedEvents.Select(row => row.Workspace)).Concat(tables.AnswerCountSnapshots.Select(row => row.Workspace));
            return [.. all.Distinct().Order(StringComparer.Ordinal)];
        }
    }

    public void Dispose() => _directory.Dispose();

    private static (int Events, int Messages, int Deliveries) Counts(TurnBench bench)
    {
        using var tables = bench.Tables();
        return (tables.ProcessedEvents.Count(), tables.Outbox.Count(), tables.Deliveries.Count());
    }
}
