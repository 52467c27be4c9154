using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Staleness;
using LeadBot.Storage.Reminding;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.Turns;

/// <summary>What a turn does to when people and deals are looked at next.</summary>
public sealed class RemindingInTime : IDisposable
{
    // A Monday, nine o'clock.
    private static readonly long s_now = TurnBench.Start.UtcTicks;
    private readonly TemporaryDirectory _directory = new();
    private Func<TurnInput, Decision> _decide = input => TurnBench.Say(input);

    [Fact]
    public async Task Somebody_new_is_reminded_from_their_next_digest_time_on()
    {
        await using var bench = Bench();

        await bench.TakeAsync("e1");

        Assert.Equal(new DateTimeOffset(2026, 3, 3, 8, 30, 0, TimeSpan.Zero).UtcTicks, DigestAt(bench));
    }

    [Fact]
    public async Task A_changed_digest_time_or_zone_moves_the_next_one()
    {
        await using var bench = Bench();
        await bench.TakeAsync("e1");

        await SetAsync(bench, p => p with { Digest = p.Digest with { At = new TimeOnly(10, 0) } });
        Assert.Equal(TurnBench.Start.AddHours(1).UtcTicks, DigestAt(bench));
        await SetAsync(bench, p => p with { TimeZone = "Asia/Tokyo", TimeZoneIsTheirs = true });
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 1, 0, 0, TimeSpan.Zero).UtcTicks, DigestAt(bench));
        await SetAsync(bench, p => p with { Digest = p.Digest with { MutedUntil = DateOnly.MaxValue } });
        Assert.Null(DigestAt(bench));
    }

    [Fact]
    public async Task Whoever_is_due_stays_due_whatever_they_set()
    {
        await using var bench = Bench();
        await bench.TakeAsync("e1");
        bench.Clock.Advance(TimeSpan.FromDays(1));
        var due = DigestAt(bench);

        await SetAsync(bench, p => p with { Digest = p.Digest with { At = new TimeOnly(8, 45) } });

        Assert.Equal(due, DigestAt(bench));
    }

    [Fact]
    public async Task A_message_that_changes_nothing_of_a_person_or_deal_writes_neither()
    {
        await using var bench = Bench();
        await bench.TakeAsync("e1");
        Databases.Freeze(_directory.Path, "people");
        Databases.Freeze(_directory.Path, "deals");

        await bench.TakeAsync("e2");
        await Assert.ThrowsAnyAsync<Exception>(() => SetAsync(bench, p => p with { Name = "Anna" }));
    }

    [Fact]
    public async Task A_changed_deal_is_looked_at_when_its_owners_calendar_says()
    {
        await using var bench = Bench();
        await bench.TakeAsync(bench.Message("e1", person: "bob"));
        Deal? deal = null;
        TurnInput? seen = null;
        _decide = input =>
        {
            seen = input;
            deal = Deal(input) with { Owner = new PersonId("bob"), Course = Course.StartingOn(new DateOnly(2026, 3, 2), input.Now) with { HoursSunk = 5 } };
            return TurnBench.Say(input) with { Changes = [new DealChange(deal, [new Happening.Imported()])] };
        };

        await bench.TakeAsync("e2");

        using var tables = bench.Tables();
        var row = tables.Deals.Single();
        var owner = new Person(new PersonId("bob"), seen!.Workspace.Id, "bob", TimeZoneInfo.Utc.Id);
        var look = NextLook.Of(new DueDeal(deal!, null), owner, seen.Workspace, seen.Holidays.For(seen.Workspace, owner), seen.Playbooks, seen.Team, seen.Now);
        Assert.NotNull(look.At);
        Assert.Equal((look.At?.UtcTicks, look.Urgency), (row.AttentionAt, row.Urgency));
    }

    [Fact]
    public async Task A_changed_calendar_has_all_of_its_persons_deals_looked_at_anew_and_nobody_elses()
    {
        await using var bench = Bench();
        await bench.TakeAsync(bench.Message("e1", person: "bob"));
        await DealsAsync(bench, "ann", "bob");

        await SetAsync(bench, p => p with { Absences = [new Absence(new DateOnly(2026, 3, 9), new DateOnly(2026, 3, 13))] });

        Assert.Equal([("ann", s_now), ("bob", s_now + 1)], AttentionAt(bench));
    }

    [Fact]
    public async Task Changed_limits_have_deals_looked_at_anew_person_by_person_as_they_are_reminded()
    {
        await using var bench = Bench();
        await DealsAsync(bench, "ann", "bob");
        _decide = input => TurnBench.Say(input) with { Workspace = input.Workspace with { Silence = SilencePolicy.Usual with { Limit = 5 } } };
        await bench.TakeAsync(bench.Message("e1", person: "bob"));
        _decide = input => TurnBench.Say(input);
        await bench.TakeAsync("e2");
        Assert.Equal([("ann", s_now + 1), ("bob", s_now + 1)], AttentionAt(bench));

        await FollowAsync(bench, "ann");
        Assert.Equal([("ann", s_now), ("bob", s_now + 1)], AttentionAt(bench));

        await DealsAsync(bench, "ann");
        await FollowAsync(bench, "ann");
        Assert.Contains(("ann", s_now + 1), AttentionAt(bench));
    }

    [Fact]
    public async Task Changed_holidays_have_everybodys_next_time_worked_out_anew()
    {
        await using var bench = Bench();
        await bench.TakeAsync("e1");
        _decide = input => TurnBench.Say(input) with { Workspace = input.Workspace with { Holidays = "berlin" } };

        await bench.TakeAsync(bench.Message("e2", person: "bob"));

        Assert.Equal(s_now, DigestAt(bench));
    }

    [Fact]
    public async Task What_a_manager_has_to_hear_of_is_kept_with_the_change()
    {
        await using var bench = Bench();
        _decide = input => TurnBench.Say(input) with { Changes = [new DealChange(Deal(input), [new Happening.PriceCut(12, 9, "a reference")])] };

        await bench.TakeAsync("e1");

        using var tables = bench.Tables();
        Assert.Equal($"{Need.PriceCut}:{tables.Deals.Single().Id}", tables.Raised.Single().About);
    }

    [Fact]
    public async Task An_old_digests_deals_come_as_it_listed_them()
    {
        await using var bench = Bench();
        await DealsAsync(bench, "ann", "ann", "bob");
        var day = new DateOnly(2026, 3, 2);
        TurnInput? seen = null;
        using var tables = bench.Tables();
        var ids = tables.Deals.Select(d => d.Id).AsEnumerable().Select(id => DealId.Read(id)!.Value).Reverse().ToList();
        await bench.Store.Gate.TurnAsync(
            Databases.Local,
            session =>
            {
                SentDigests.Add(session, new WorkspaceId("local"), "ann", day, SentDigests.Deals, TurnBench.Start, 1, ids);
                return true;
            },
            TestContext.Current.CancellationToken);
        bench.Needs = (_, _) => new TurnNeeds(null, null) { Digest = day };
        _decide = input => TurnBench.Say(seen = input);

        await bench.TakeAsync("e9");

        Assert.Equal(ids, seen!.Digest.Select(d => d.Deal.Id));
    }

    [Fact]
    public async Task A_pressed_digest_ends_the_weekly_ones()
    {
        await using var bench = Bench();
        await bench.TakeAsync("e1");
        var nextMonday = TurnBench.Start.AddDays(7).UtcTicks;
        await bench.Store.Gate.TurnAsync(
            Databases.Local,
            session => session.Execute("UPDATE people SET digests_unpressed = $1, digest_at = $2", DigestTime.WeeklyAfter, nextMonday),
            TestContext.Current.CancellationToken);
        _decide = input => TurnBench.Say(input) with { DigestPressed = new DateOnly(2026, 3, 2) };

        await bench.TakeAsync("e2");

        Assert.Equal(new DateTimeOffset(2026, 3, 3, 8, 30, 0, TimeSpan.Zero).UtcTicks, DigestAt(bench));
    }

    [Fact]
    public async Task A_deal_given_away_is_new_to_its_new_owner()
    {
        await using var bench = Bench();
        await bench.TakeAsync(bench.Message("e0", person: "bob"));
        await DealsAsync(bench, "ann");
        var id = await ListAsync(bench, new Listed(new DateOnly(2026, 3, 2), 4, TurnBench.Start));

        await ChangeAsync(bench, id, deal => Living.SetStage(deal, "proposal"));
        Assert.Equal(new Listed(new DateOnly(2026, 3, 2), 4, TurnBench.Start), await ListedAsync(bench, id, "ann"));
        await ChangeAsync(bench, id, deal => Living.Give(deal, new PersonId("bob")));

        Assert.Null(await ListedAsync(bench, id, "bob"));
        using var tables = bench.Tables();
        Assert.Equal((0, null), (tables.Deals.Single().ListedTimes, tables.Deals.Single().ListedAsOf));
    }

    [Fact]
    public async Task What_was_taken_back_needs_no_manager()
    {
        await using var bench = Bench();
        await DealsAsync(bench, "ann");
        using var tables = bench.Tables();
        var id = DealId.Read(tables.Deals.Single().Id)!.Value;
        await ChangeAsync(bench, id, deal => new DealChange(deal, [new Happening.PriceCut(12, 9, "a reference")]));
        Assert.Single(tables.Raised);

        await ChangeAsync(bench, id, deal => new DealChange(deal, [new Happening.Undone(deal.Revision)]));

        Assert.Empty(tables.Raised);
    }

    public void Dispose() => _directory.Dispose();

    private async Task ChangeAsync(TurnBench bench, DealId id, Func<Deal, DealChange> change)
    {
        bench.Needs = (_, _) => new TurnNeeds(id, null);
        _decide = input => TurnBench.Say(input) with { Changes = [Next(change(input.Deal!))] };
        await bench.TakeAsync(Guid.NewGuid().ToString());
    }

    private static DealChange Next(DealChange change) => change with { Deal = change.Deal with { Revision = change.Deal.Revision + 1 } };

    /// <summary>The only deal was listed like that.</summary>
    private static Task<DealId> ListAsync(TurnBench bench, Listed listed) => bench.Store.Gate.TurnAsync(
        Databases.Local,
        session =>
        {
            var id = DealId.Read(session.All("SELECT id FROM deals", row => row.GetString(0))[0])!.Value;
            DueDeals.List(session, new WorkspaceId("local"), listed, new NextLook(id, listed.AsOf, 0), revision: 1);
            return id;
        },
        TestContext.Current.CancellationToken);

    private static Task<Listed?> ListedAsync(TurnBench bench, DealId id, string owner) =>
        bench.Store.Gate.TurnAsync(Databases.Local, session => DueDeals.ListedOf(session, new WorkspaceId("local"), id, new PersonId(owner)), TestContext.Current.CancellationToken);

    private TurnBench Bench() => new(_directory, input => _decide(input));

    private static Deal Deal(TurnInput input) => new(input.FreshDeal, input.Workspace.Id, input.Person.Id, "Acme", DealState.Open, 1, input.Now);

    private async Task SetAsync(TurnBench bench, Func<Person, Person> change)
    {
        _decide = input => TurnBench.Say(input) with { Person = change(input.Person) };
        await bench.TakeAsync(Guid.NewGuid().ToString());
        _decide = input => TurnBench.Say(input);
    }

    /// <summary>A deal of each, to be looked at a moment later.</summary>
    private async Task DealsAsync(TurnBench bench, params string[] owners)
    {
        foreach (var owner in owners)
        {
            _decide = input => TurnBench.Say(input) with { Changes = [new DealChange(Deal(input), [new Happening.Imported()])] };
            await bench.TakeAsync(bench.Message(Guid.NewGuid().ToString(), person: owner));
            await bench.Store.Gate.TurnAsync(Databases.Local, session => session.Execute("UPDATE deals SET attention_at = $1 WHERE owner = $2", s_now + 1, owner), TestContext.Current.CancellationToken);
        }

        _decide = input => TurnBench.Say(input);
    }

    private static Task<bool> FollowAsync(TurnBench bench, string owner) => bench.Store.Gate.TurnAsync(
        Databases.Local,
        session =>
        {
            DueDeals.FollowRules(session, new WorkspaceId("local"), new PersonId(owner), TurnBench.Start);
            return true;
        },
        TestContext.Current.CancellationToken);

    private static long? DigestAt(TurnBench bench)
    {
        using var tables = bench.Tables();
        return tables.People.Single(p => p.Id == "ann").DigestAt;
    }

    private static List<(string, long)> AttentionAt(TurnBench bench)
    {
        using var tables = bench.Tables();
        return [.. tables.Deals.AsEnumerable().Select(d => (d.Owner, d.AttentionAt!.Value)).Distinct().Order()];
    }
}
