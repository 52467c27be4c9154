using System.Text.RegularExpressions;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Staleness;
using LeadBot.Host.Reminders;
using LeadBot.Host.Tests.Turns;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Reminding;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.Reminders;

/// <summary>So many are due at once that their reminders are composed beside the writer.</summary>
public sealed partial class TheCrowd : IDisposable
{
    private const int People = 120;

    private static readonly TimeSpan s_day = TimeSpan.FromDays(1);

    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)] // whoever has yet to follow them is reminded by the writer
    public async Task Everybody_gets_one_digest_and_all_get_the_same_whoever_composed_it(bool rulesChanged)
    {
        await using var bench = new TurnBench(_directory, StaleDeals.Start);
        foreach (var person in Enumerable.Range(0, People))
        {
            await bench.StartAsync(Name(person), "Acme", "Globex");
        }

        bench.Clock.Advance(s_day);
        if (rulesChanged)
        {
            await bench.Store.Gate.TurnAsync(Databases.Local, session => session.Execute("UPDATE workspaces SET rules_changed_at = 1"), Stop);
        }

        var swept = await bench.SweepAsync();

        Assert.Equal((People, 0), (swept.Messages, swept.Failures));
        Assert.Equal(0, (await bench.SweepAsync()).Messages);
        using var tables = bench.Tables();
        Assert.Equal(People, tables.Digests.Select(digest => digest.Person).Distinct().Count());
        Assert.Single(tables.Outbox.ToList().Select(message => DealIds().Replace(message.Card, "")).Distinct());
        Assert.Single(tables.People.ToList().Select(person => (person.DigestAt, person.DigestsUnpressed, person.LastDigestAt)).Distinct());
        Assert.Equal((1, 2 * People), (Assert.Single(tables.Deals.ToList().Select(deal => (deal.ListedTimes, deal.AttentionAt, deal.ListedAsOf)).Distinct()).ListedTimes, tables.Deals.Count()));
    }

    [Fact]
    public async Task In_it_a_colleague_is_told_of_the_deals_of_whoever_is_away()
    {
        var away = new Absence(new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 13), new PersonId(Name(101)));
        await using var bench = new TurnBench(_directory, input => input.Person.Id.Value == Name(100)
            ? StaleDeals.Start(input) with { Person = input.Person with { Absences = [away] } }
            : StaleDeals.Start(input));
        foreach (var person in Enumerable.Range(0, People))
        {
            await bench.StartAsync(Name(person), $"Acme of {Name(person)}");
        }

        bench.Clock.Advance(s_day);

        Assert.Equal(People - 1, (await bench.SweepAsync()).Messages);
        using var tables = bench.Tables();
        Assert.Single(tables.Outbox, message => message.Card.Contains("Acme of p100") && message.Card.Contains("Acme of p101"));
        Assert.All(tables.Deals, deal => Assert.Equal(1, deal.ListedTimes));
    }

    [Theory]
    [InlineData("UPDATE people SET document = json_set(document, '$.name', 'Anna')")]
    [InlineData("UPDATE people SET digests_unpressed = 3")]
    [InlineData("UPDATE people SET digest_at = digest_at + 1")]
    [InlineData("UPDATE deals SET revision = 2, document = json_set(document, '$.revision', 2)")]
    public async Task Nothing_is_kept_of_what_was_composed_of_rows_that_changed_since(string change)
    {
        await using var bench = new TurnBench(_directory, StaleDeals.Start);
        await bench.StartAsync("ann", "Acme");
        bench.Clock.Advance(s_day);
        var composed = Compose(bench);
        await bench.Store.Gate.TurnAsync(Databases.Local, session => session.Execute(change), Stop);

        var failure = await bench.Store.Gate.TurnAsync(Databases.Local, session => session.Attempt(part => bench.Digests.Keep(part, composed)), Stop);

        Assert.IsType<InvalidOperationException>(failure);
        using (var tables = bench.Tables())
        {
            Assert.Empty(tables.Outbox);
            Assert.Empty(tables.Deliveries);
            Assert.Empty(tables.Digests);
            Assert.Equal(0, tables.Deals.Single().ListedTimes);
        }

        Assert.Equal(1, (await bench.SweepAsync()).Messages);
    }

    [Fact]
    public async Task What_was_composed_of_rows_that_did_not_change_is_kept_once()
    {
        await using var bench = new TurnBench(_directory, StaleDeals.Start);
        await bench.StartAsync("ann", "Acme");
        bench.Clock.Advance(s_day);
        var composed = Compose(bench);

        Assert.Equal(1, await bench.Store.Gate.TurnAsync(Databases.Local, session => bench.Digests.Keep(session, composed), Stop));
        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.Store.Gate.TurnAsync(Databases.Local, session => bench.Digests.Keep(session, composed), Stop));
        Assert.Equal(0, (await bench.SweepAsync()).Messages);
        using var tables = bench.Tables();
        Assert.Single(tables.Outbox);
    }

    [Theory]
    [InlineData("UPDATE workspaces SET rules_changed_at = 1")]
    [InlineData("UPDATE workspaces SET document = json_set(document, '$.autoParkAfter', 90)")]
    [InlineData("UPDATE people SET covered_until = 999999")]
    public async Task A_workspace_and_who_is_away_in_it_stand_until_they_change(string change)
    {
        await using var bench = new TurnBench(_directory, StaleDeals.Start);
        await bench.StartAsync("ann", "Acme");
        var now = bench.Clock.GetUtcNow();
        var colleagues = bench.Store.Glance(Databases.Local, session => Colleagues.Of(session, new WorkspaceId("local"), now));

        Assert.True(await bench.Store.Gate.TurnAsync(Databases.Local, session => colleagues.Stand(session, now), Stop));
        await bench.Store.Gate.TurnAsync(Databases.Local, session => session.Execute(change), Stop);
        Assert.False(await bench.Store.Gate.TurnAsync(Databases.Local, session => colleagues.Stand(session, now), Stop));
    }

    private static string Name(int person) => $"p{person:000}";

    /// <summary>The reminder of the only one who is due.</summary>
    private static ComposedReminder Compose(TurnBench bench)
    {
        var now = bench.Clock.GetUtcNow();
        using var onlooker = bench.Store.Onlook();
        return DigestSender.Compose(onlooker.Look(Scope.Sweep, session =>
        {
            var due = Assert.Single(DuePeople.Of(session, now, 10));
            session.Enter(Scope.Of(due.Workspace));
            return bench.Digests.Read(session, Colleagues.Of(session, due.Workspace, now), due, now);
        }));
    }

    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex DealIds();

    public void Dispose() => _directory.Dispose();
}
