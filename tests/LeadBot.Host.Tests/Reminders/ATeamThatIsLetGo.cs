using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Playbooks;
using LeadBot.Host.Tests.Turns;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Turns;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.Reminders;

/// <summary>Hundreds who leave their deals to their manager at once.</summary>
public sealed class ATeamThatIsLetGo : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task Of_300_who_leave_deals_lying_their_manager_hears_the_same_day()
    {
        await using var bench = new TurnBench(_directory, input => input.Person.Id.Value == "mo"
            ? TurnBench.Say(input) with { Workspace = input.Workspace with { Admin = new PersonId("boss"), Managers = [input.Person.Id] } }
            : StaleDeals.Start(input));
        await bench.StartAsync("mo", "hello");
        await bench.StartAsync("ann", "Acme");
        await bench.Store.Gate.TurnAsync(Databases.Local, LetGo, TestContext.Current.CancellationToken);
        bench.Clock.Advance(TimeSpan.FromDays(1));

        await bench.SweepAsync();

        using var tables = bench.Tables();
        Assert.Equal(300, tables.Told.ToList().Count(told => told.Manager == "mo"));

        // Ann and 299 like her.
        static int LetGo(WriteSession session)
        {
            var (workspace, ann) = (Workspaces.Find(session, new WorkspaceId("local"))!, People.Find(session, new WorkspaceId("local"), new PersonId("ann"))!);
            foreach (var number in Enumerable.Range(1, 299))
            {
                People.Save(session, ann with { Id = new PersonId($"ann {number}"), Name = $"Ann {number}" });
            }

            foreach (var number in Enumerable.Range(0, 300))
            {
                var at = TurnBench.Start.AddDays(-90);
                var owner = number == 0 ? ann.Id : new PersonId($"ann {number}");
                var deal = new Deal(new DealId(new Guid(number + 1, 0, 0, new byte[8])), workspace.Id, owner, $"Deal {number}", DealState.Open, 1, at, Course: Course.StartingOn(DateOnly.FromDateTime(at.UtcDateTime), at) with { PutOffs = 3 });
                Deals.SaveByClock(session, new DealChange(deal, [new Happening.Imported()]), workspace, new PlaybookShelf(new Dictionary<PlaybookId, Playbook>(), new Dictionary<PlaybookHash, Playbook>()), at);
            }

            return session.Execute("UPDATE people SET digest_at = NULL WHERE id <> 'mo'");
        }
    }

    public void Dispose() => _directory.Dispose();
}
