using System.Text.Json.Nodes;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Storage.Delivering;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using LeadBot.Storage.Turns;
using LeadBot.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadBot.Storage.Tests.Opening;

/// <summary>A database that release 0.1.0 made and filled is opened, migrated, and goes on.</summary>
public sealed class UpgradingTheFirstRelease : IDisposable
{
    private static readonly WorkspaceId s_team = new("msteams:t1");
    private static readonly DateTimeOffset s_now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private readonly TemporaryDirectory _directory = new();

    public UpgradingTheFirstRelease()
    {
        using var db = Tables();
        db.GetService<IMigrator>().Migrate("20261123061844_Initial");
        foreach (var row in Golden("people"))
        {
            db.Database.ExecuteSql($"INSERT INTO people (workspace, id, document) VALUES ({Text(row, "workspace")}, {Text(row, "id")}, {row.ToJsonString()})");
        }

        foreach (var row in Golden("workspaces"))
        {
            db.Database.ExecuteSql($"INSERT INTO workspaces (id, document) VALUES ({Text(row, "id")}, {row.ToJsonString()})");
        }

        Person("ann", "Europe/Berlin");
        Person("cleo", "UTC");
        foreach (var (row, at) in Golden("deals").Select((row, at) => (row, at)))
        {
            // The file shows one deal in several states.
            row["id"] = new DealId(new Guid(at, 0, 0, new byte[8])).ToString();
            var state = Text(row, "state");
            db.Database.ExecuteSql(
                $"INSERT INTO deals (id, workspace, owner, name, state, revision, document) VALUES ({Text(row, "id")}, {Text(row, "workspace")}, {Text(row, "owner")}, {Text(row, "name")}, {char.ToUpperInvariant(state[0]) + state[1..]}, {row["revision"]!.GetValue<long>()}, {row.ToJsonString()})");
        }

        var deal = new DealId(Guid.Empty).ToString();
        Conversation(1, "anns", $$"""{"welcomed":true,"deal":"{{deal}}","waiting":{"for":"nothing","misses":0},"lastHeard":"2026-03-02T09:00:00+00:00"}""");
        Conversation(2, "thread", $$"""{"welcomed":true,"starter":{"id":"cleo","name":"Cleo"},"waiting":{"for":"nothing","misses":0},"lastHeard":"2026-03-02T09:00:00+00:00"}""");
        db.Database.ExecuteSql($"INSERT INTO outbox (id, workspace, conversation, card, said_at) VALUES (1, 'msteams:t1', 1, {Golden("cards")[0].ToJsonString()}, {s_now.UtcTicks})");
        db.Database.ExecuteSql($"INSERT INTO deliveries (conversation, workspace, lease_until, next_send_at, attempts) VALUES (1, 'msteams:t1', {s_now.AddHours(1).UtcTicks}, 0, 2)");

        void Person(string id, string zone) => db.Database.ExecuteSql(
            $"INSERT INTO people (workspace, id, document) VALUES ('msteams:t1', {id}, {$$"""{"id":"{{id}}","workspace":"msteams:t1","name":"{{id}}","timeZone":"{{zone}}","timeZoneIsTheirs":false,"amounts":"point-decimal"}"""})");

        void Conversation(long id, string name, string document) => db.Database.ExecuteSql(
            $"INSERT INTO conversations (id, workspace, channel, name, address, document) VALUES ({id}, 'msteams:t1', 'botframework', {name}, {"address of " + name}, {document})");
    }

    [Fact]
    public async Task Everything_in_it_is_found_and_goes_on()
    {
        using var store = Store.Open(_directory.Path);
        await store.Gate.TurnAsync(
            Scope.Of(s_team),
            session =>
            {
                Assert.Equal("Europe/Berlin", People.Find(session, s_team, new PersonId("ann"))!.TimeZone);
                Assert.Equal("bant", Workspaces.Find(session, s_team)!.Playbook!.Value.Value);
                var deal = Deals.Find(session, s_team, new DealId(Guid.Empty))!;
                Assert.Equal(Course.StartingOn(new DateOnly(2026, 3, 2), deal.CreatedAt) with { Pauses = deal.Course.Pauses }, deal.Course);
                Assert.Contains(deal.Id, Deals.Traced(session, s_team, new PersonId("ann"), " sohne").Select(d => d.Id));
                Assert.Contains(new PersonId("cleo"), People.Traced(session, s_team, " cleo").Select(p => p.Id));
                var held = Assert.Single(Deliveries.Claim(session, "botframework", 10, s_now));
                Assert.Equal(("address of anns", "Hello.", 2), (held.Address, Assert.Single(held.Messages).Card.Value.Summary, held.Attempts));
                return true;
            },
            TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Everybody_and_every_live_deal_is_looked_at_soon()
    {
        Store.Open(_directory.Path).Dispose();
        using var tables = Tables();

        Assert.All(tables.People, person => Assert.Equal(0, person.DigestAt));
        Assert.All(tables.Deals, deal => Assert.Equal(deal.State is "Open" or "Parked" ? 0 : null, deal.AttentionAt));
        Assert.Contains(tables.Deals, deal => deal.AttentionAt == 0);
        Assert.All(tables.Deals, deal => Assert.Equal("cheese sohne", deal.PlainName));
        Assert.Contains("cleo", tables.People.Select(person => person.PlainName));
    }

    [Fact]
    public void What_was_finished_and_pursued_counts_for_the_team()
    {
        Store.Open(_directory.Path).Dispose();
        using var tables = Tables();

        Assert.All(tables.Deals, row =>
        {
            var deal = JsonNode.Parse(row.Document)!;
            Assert.Equal(deal["lost"] is { } lost ? lost["at"]!.GetValue<DateTimeOffset>().UtcTicks : null, row.ClosedAt);
            Assert.Equal(deal["kept"] is not null || deal["qualification"]?["verdict"]?.GetValue<string>() == "pursue", row.Backed);
        });
        Assert.Contains(tables.Deals, row => row.ClosedAt != null);
        Assert.Contains(tables.Deals, row => row.Backed);
    }

    [Fact]
    public async Task People_who_were_heard_before_can_be_reminded()
    {
        using var store = Store.Open(_directory.Path);
        var (anns, cleos) = await store.Gate.TurnAsync(
            Scope.Of(s_team),
            session => (Destinations.DirectOf(session, s_team, new PersonId("ann")), Destinations.DirectOf(session, s_team, new PersonId("cleo"))),
            TestContext.Current.CancellationToken);

        Assert.Equal(1, anns);
        using var tables = Tables();
        Assert.Equal((true, "address of thread"), tables.Conversations.Where(c => c.Id == cleos).Select(c => ValueTuple.Create(c.Unopened, c.Address)).Single());
    }

    public void Dispose() => _directory.Dispose();

    private static string Text(JsonNode row, string field) => row[field]!.GetValue<string>();

    private static List<JsonNode> Golden(string file) =>
        [.. JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Json", "Golden", "0.1.0", $"{file}.json")))!.AsArray().Select(row => row!.DeepClone())];

    private LeadBotDb Tables() => new(new DbContextOptionsBuilder<LeadBotDb>().UseSqlite($"Data Source={Path.Combine(_directory.Path, "leadbot.db")};Pooling=False").Options);
}
