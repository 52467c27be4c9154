using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Host.Tests.Reminders;
using LeadBot.Host.Tests.Turns;
using LeadBot.Storage.Erasing;
using LeadBot.TestKit;

namespace LeadBot.Postgres.Tests;

public sealed class ForgettingTogether : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task A_deal_that_is_forgotten_while_another_instance_changes_it_does_not_come_back()
    {
        await using var one = new TurnBench(_directory, StaleDeals.Start);
        await one.StartAsync("ann", "Acme");
        DealId id;
        using (var tables = one.Tables())
        {
            id = DealId.Read(tables.Deals.Single().Id)!.Value;
        }

        var tries = 0;
        await using var two = new TurnBench(
            _directory,
            input =>
            {
                if (++tries == 1)
                {
                    one.Store.Gate.TurnAsync(
                        Databases.Local,
                        session =>
                        {
                            ErasedDeals.Erase(session, new WorkspaceId("local"), [id]);
                            return true;
                        },
                        CancellationToken.None).GetAwaiter().GetResult();
                }

                return TurnBench.Say(input) with { Changes = input.Deal is { } deal ? [new DealChange(deal with { Name = "Beta", Revision = deal.Revision + 1 }, [new Happening.Renamed("Acme", "Beta")])] : [] };
            },
            beside: true)
        { Needs = (_, _) => new Dialog.Conversations.TurnNeeds(id, null) };

        await two.TakeAsync("late");

        using var left = one.Tables();
        Assert.Equal((2, 0, 0), (tries, left.Deals.Count(), left.DealEvents.Count()));
    }

    public void Dispose() => _directory.Dispose();
}
