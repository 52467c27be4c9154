using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Host.Turns;
using LeadBot.Storage.Reminding;
using LeadBot.Storage.Turns;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.Turns;

/// <summary>What needs a manager is read beside the writer: a team of hundreds holds up nobody's turn.</summary>
public sealed class ManagersPages : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task A_managers_page_is_not_read_within_the_turn_and_shows_what_was_read()
    {
        HomeInput? seen = null;
        await using var bench = new TurnBench(_directory, input =>
        {
            seen = input.Home;
            return TurnBench.Say(input) with { Workspace = input.Workspace with { Admin = new PersonId("boss"), Managers = [new PersonId("mo")] } };
        })
        {
            Needs = (message, _) => new TurnNeeds(null, null) { Home = message.Said is Said.HomeOpened },
        };
        await bench.TakeAsync(bench.Message("1", person: "mo"));
        await bench.TakeAsync(bench.Message("2", conversation: "c2", person: "ann"));
        await bench.Store.Gate.TurnAsync(
            Databases.Local,
            session =>
            {
                ManagersNeeds.Raise(session, new WorkspaceId("local"), new Raised(Need.DigestsUnpressed, new PersonId("ann"), null, bench.Clock.GetUtcNow()));
                return true;
            },
            TestContext.Current.CancellationToken);
        var page = bench.Message("3", conversation: "home:mo", person: "mo") with { Said = new Said.HomeOpened() };

        await Assert.ThrowsAsync<NeedsNotReadException>(() => bench.Store.Gate.TurnAsync(
            Databases.Local,
            session => new TurnLoader(new StoredPlaybooks(TurnBench.NoPlaybooks), new AnswerCountBook(), new TeamRecords(), HolidayShelf.Empty).Load(session, page, SenderRows.Ask(session, page), bench.Needs, bench.Clock),
            TestContext.Current.CancellationToken));
        await bench.TakeAsync(page);
        Assert.Equal("ann", Assert.Single(seen!.Exceptions).Rep.Id.Value);

        await bench.TakeAsync(bench.Message("4", conversation: "home:ann", person: "ann") with { Said = new Said.HomeOpened() });
        Assert.Empty(seen!.Exceptions);
    }

    public void Dispose() => _directory.Dispose();
}
