using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Domain.Staleness;
using LeadBot.Host.Tests.Turns;
using LeadBot.Storage.Reminding;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.Reminders;

/// <summary>It is Monday, nine o'clock; digests come at half past eight.</summary>
public sealed class TheSweep : IDisposable
{
    private static readonly TimeSpan s_day = TimeSpan.FromDays(1);

    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stale_deal_is_told_the_next_morning_in_the_direct_conversation_and_not_before()
    {
        await using var bench = new TurnBench(_directory, StaleDeals.Start);
        await bench.StartAsync("ann", "Acme");
        await bench.DeliverAsync();

        Assert.Equal(0, (await bench.SweepAsync()).Messages);
        bench.Clock.Advance(s_day);
        Assert.Equal(1, (await bench.SweepAsync()).Messages);

        var (address, line) = await bench.Channel.NextAsync();
        Assert.Equal("address of of ann", address);
        Assert.Contains("Acme", line, StringComparison.Ordinal);
        Assert.Equal(0, (await bench.SweepAsync()).Messages);
        using var tables = bench.Tables();
        var digest = Assert.Single(tables.Digests);
        Assert.Equal(("ann", "deals", tables.Outbox.Single().Id), (digest.Person, digest.Kind, digest.Message));
        Assert.Equal(1, tables.People.Single().DigestsUnpressed);
        Assert.Equal(1, tables.Deals.Single().ListedTimes);
    }

    [Fact]
    public async Task A_process_that_slept_for_days_sends_one_digest_and_not_three()
    {
        await using var bench = new TurnBench(_directory, StaleDeals.Start);
        await bench.StartAsync("ann", "Acme");

        bench.Clock.Advance(3 * s_day);

        Assert.Equal(1, (await bench.SweepAsync()).Messages);
        Assert.Equal(0, (await bench.SweepAsync()).Messages);
    }

    [Fact]
    public async Task Woken_in_the_quiet_hours_it_waits_for_the_next_morning()
    {
        await using var bench = new TurnBench(_directory, StaleDeals.Start);
        await bench.StartAsync("ann", "Acme");

        bench.Clock.Advance(s_day + TimeSpan.FromHours(9.5));
        Assert.Equal(0, (await bench.SweepAsync()).Messages);
        bench.Clock.Advance(TimeSpan.FromHours(13.5));
        Assert.Equal(0, (await bench.SweepAsync()).Messages);
        bench.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(1, (await bench.SweepAsync()).Messages);
    }

    [Fact]
    public async Task What_goes_wrong_with_one_person_is_undone_and_stops_no_other()
    {
        await using var bench = new TurnBench(_directory, StaleDeals.Start);
        foreach (var person in Enumerable.Range(0, 120))
        {
            await bench.StartAsync($"p{person:000}", "Acme");
        }

        await bench.Store.Gate.TurnAsync(Databases.Local, session => session.Execute("UPDATE deals SET document = 'spoilt' WHERE owner = 'p017'"), Stop);
        bench.Clock.Advance(s_day);

        Assert.Equal((119, 1), await bench.SweepAsync() is var swept ? (swept.Messages, swept.Failures) : default);
        Assert.Equal(0, (await bench.SweepAsync()).Messages);
        await bench.Store.Gate.TurnAsync(Databases.Local, session => session.Execute("UPDATE deals SET document = replace((SELECT document FROM deals WHERE owner = 'p018'), 'p018', 'p017') WHERE owner = 'p017'"), Stop);
        bench.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(1, (await bench.SweepAsync()).Messages);
        using var tables = bench.Tables();
        Assert.Equal(120, tables.Digests.Count());
    }

    [Fact]
    public async Task More_due_deals_than_one_look_takes_in_are_looked_at_until_one_has_something_to_say()
    {
        await using var bench = new TurnBench(_directory, StaleDeals.Start);
        await bench.StartAsync("ann", [.. Enumerable.Range(0, 40).Select(n => $"Deal {n}")]);
        // All but one say that they were touched a moment ago, and have the higher urgency.
        await bench.Store.Gate.TurnAsync(
            Databases.Local,
            session => session.Execute(
                """
                UPDATE deals SET urgency = 100, document = json_set(document, '$.course.silentSince', '2026-03-02') WHERE name <> 'Deal 33'
                """),
            Stop);

        bench.Clock.Advance(s_day);

        Assert.Equal(1, (await bench.SweepAsync()).Messages);
        using var tables = bench.Tables();
        Assert.Equal("Deal 33", Assert.Single(tables.Deals, d => d.ListedTimes > 0).Name);
    }

    [Fact]
    public async Task Nobody_who_muted_is_told_anything_and_whoever_unmutes_is_told_again()
    {
        DateOnly? until = DateOnly.MaxValue;
        await using var bench = new TurnBench(_directory, input => StaleDeals.Start(input) with
        {
            Person = input.Person with { Digest = DigestTimes.Usual with { MutedUntil = until } },
        });
        await bench.StartAsync("ann", "Acme");

        bench.Clock.Advance(30 * s_day);
        Assert.Equal(0, (await bench.SweepAsync()).Messages);
        until = null;
        await bench.StartAsync("ann", "Globex");
        bench.Clock.Advance(s_day);

        Assert.Equal(1, (await bench.SweepAsync()).Messages);
    }

    [Fact]
    public async Task A_colleague_is_told_of_the_deals_of_whoever_is_away()
    {
        var away = new Absence(new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 13), new PersonId("bob"));
        await using var bench = new TurnBench(_directory, input => input.Person.Id.Value == "ann"
            ? StaleDeals.Start(input) with { Person = input.Person with { Absences = [away] } }
            : TurnBench.Say(input));
        await bench.StartAsync("ann", "Acme");
        await bench.StartAsync("bob", "hello");
        await bench.DeliverAsync();

        bench.Clock.Advance(s_day);
        await bench.SweepAsync();

        var (address, line) = await bench.Channel.NextAsync();
        Assert.Equal("address of of bob", address);
        Assert.Contains("Acme", line, StringComparison.Ordinal);
        Assert.False(bench.Channel.HasMore);
    }

    [Fact]
    public async Task When_the_rules_change_deals_that_were_not_due_are_looked_at_again()
    {
        var limit = 200;
        await using var bench = new TurnBench(_directory, input => StaleDeals.Start(input) with
        {
            Workspace = input.Workspace with { Silence = SilencePolicy.Usual with { Limit = limit } },
        });
        await bench.StartAsync("ann", "Acme");
        bench.Clock.Advance(s_day);
        Assert.Equal(0, (await bench.SweepAsync()).Messages);

        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        limit = 15;
        await bench.StartAsync("bob", "Globex");
        bench.Clock.Advance(s_day);

        Assert.Equal(2, (await bench.SweepAsync()).Messages);
    }

    [Fact]
    public async Task A_press_on_a_digest_makes_it_count_as_read_and_shows_its_deals_as_they_stand()
    {
        var pressed = new DateOnly(2026, 3, 3);
        await using var bench = new TurnBench(_directory, input => input.Message.Said is Said.Typed { Text: "press" }
            ? TurnBench.Say(input) with { DigestPressed = pressed }
            : StaleDeals.Start(input));
        await bench.StartAsync("ann", "Acme", "Globex");
        bench.Clock.Advance(s_day);
        await bench.SweepAsync();

        await bench.StartAsync("ann", "press");

        using var tables = bench.Tables();
        Assert.NotNull(Assert.Single(tables.Digests).PressedAt);
        Assert.Equal(0, tables.People.Single().DigestsUnpressed);
        var listed = await bench.Store.Gate.TurnAsync(Databases.Local, session => SentDigests.DealsOf(session, new WorkspaceId("local"), new PersonId("ann"), pressed), Stop);
        Assert.Equal(["Acme", "Globex"], listed.Select(due => due.Deal.Name).Order());
        Assert.All(listed, due => Assert.Equal(1, due.Listed?.Times));
    }

    [Fact]
    public async Task What_could_be_said_to_nobody_was_not_listed_either()
    {
        await using var bench = new TurnBench(_directory, StaleDeals.Start);
        await bench.StartAsync("ann", "Acme");
        await bench.Store.Gate.TurnAsync(Databases.Local, session => session.Execute("UPDATE conversations SET gone_at = 1"), Stop);

        bench.Clock.Advance(s_day);

        Assert.Equal(0, (await bench.SweepAsync()).Messages);
        using var tables = bench.Tables();
        Assert.Empty(tables.Digests);
        Assert.Equal((0, 0), (tables.Deals.Single().ListedTimes, tables.People.Single().DigestsUnpressed));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("north")]
    public async Task A_managers_digest_names_the_deals_of_whoever_is_gone_once_a_week(string? team)
    {
        await using var bench = new TurnBench(_directory, input => (input.Person.Id.Value == "mo"
            ? TurnBench.Say(input) with { Workspace = input.Workspace with { Admin = new PersonId("boss"), Managers = [input.Person.Id] } }
            : StaleDeals.Start(input)) with
        {
            Person = input.Person with { Team = team },
        });
        await bench.StartAsync("mo", "hello");
        await bench.StartAsync("ann", "Acme", "Globex");
        await bench.Store.Gate.TurnAsync(Databases.Local, session => session.Execute("UPDATE conversations SET gone_at = 1 WHERE name = 'of ann'"), Stop);

        var days = new List<int>();
        for (var day = 1; day <= 15; day++)
        {
            bench.Clock.Advance(s_day);
            if ((await bench.SweepAsync()).Messages == 1)
            {
                days.Add(day);
            }
        }

        Assert.Equal([1, 8, 15], days);
        using var tables = bench.Tables();
        Assert.All(tables.Digests, digest => Assert.Equal(("mo", "exceptions"), (digest.Person, digest.Kind)));
        Assert.Contains("ann can't be reached any more, and 2 deals of theirs stand still", tables.Outbox.OrderBy(m => m.Id).First().Card, StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Dispose();
}
