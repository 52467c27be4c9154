using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Staleness;
using LeadBot.Storage.Turns;
using LeadBot.TestKit;
using Microsoft.EntityFrameworkCore;

namespace LeadBot.Host.Tests.Turns;

/// <summary>What a turn loads of deals, people and history, and what it keeps of changes to them.</summary>
public sealed class LivingWithDeals : IDisposable
{
    private static readonly WorkspaceId s_local = new("local");
    private readonly TemporaryDirectory _directory = new();
    private TurnInput? _seen;

    [Fact]
    public async Task Deals_are_found_by_name_among_ones_own_those_covered_today_and_for_a_manager_the_teams()
    {
        await using var bench = Bench();
        var (ann, bob) = (Person("ann") with { Team = "north" }, Person("bob") with { Team = "north" });
        var today = DateOnly.FromDateTime(TurnBench.Start.UtcDateTime);
        var cleo = Person("cleo") with { Team = "south", Absences = [new Absence(today, today, new PersonId("ann"))] };
        var dan = Person("dan") with { Team = "south", Absences = [new Absence(today.AddDays(1), today.AddDays(9), new PersonId("ann"))] };
        await KeepAsync(bench, Workspace() with { Managers = [ann.Id] }, [ann, bob, cleo, dan], [.. new[] { ann, bob, cleo, dan }.Select(p => Deal(p, $"Acme of {p.Name}"))]);

        await AskAsync(bench, new TurnNeeds(null, "acme"), "ann");
        Assert.Equal(["Acme of ann", "Acme of cleo", "Acme of bob"], _seen!.Named.Select(d => d.Name));
        await AskAsync(bench, new TurnNeeds(null, "acme"), "bob");
        Assert.Equal(["Acme of bob"], _seen!.Named.Select(d => d.Name));
    }

    [Fact]
    public async Task A_manager_without_a_team_may_change_everybodys_and_sees_their_own_first()
    {
        await using var bench = Bench();
        var (ann, bob) = (Person("ann"), Person("bob") with { Team = "north" });
        await KeepAsync(bench, Workspace() with { Managers = [ann.Id] }, [ann, bob], [.. Enumerable.Range(0, 7).Select(n => Deal(bob, $"Acme {n}")), Deal(ann, "Acme nine")]);

        await AskAsync(bench, new TurnNeeds(null, "acme"), "ann");

        Assert.Equal("Acme nine", _seen!.Named[0].Name);
        Assert.Equal(5, _seen.Named.Count);
    }

    [Fact]
    public async Task A_manager_of_a_very_large_workspace_finds_deals_by_what_their_names_begin_with()
    {
        await using var bench = Bench();
        var (ann, bob) = (Person("ann"), Person("bob"));
        await KeepAsync(bench, Workspace() with { Managers = [ann.Id] }, [ann, bob], [Deal(bob, "Zürich Käse GmbH"), Deal(bob, "Zebra Kase"), Deal(bob, "Aachen Käse")]);
        await using (var tables = bench.Tables())
        {
            await tables.Database.ExecuteSqlAsync(
                $$"""
                WITH RECURSIVE many(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < 25000)
                INSERT INTO deals (id, workspace, owner, name, plain_name, state, revision, document, hours_sunk, urgency, listed_times, backed, lost_late)
                SELECT '0000000000000000000000000' || (1000000 + n), 'local', 'bob', 'Middle ' || n, 'middle ' || n, 'Open', 1, '{}', 0, 0, 0, 0, 0 FROM many
                """,
                TestContext.Current.CancellationToken);
        }

        await AskAsync(bench, new TurnNeeds(null, "zurich kase"), "ann");
        Assert.Equal(["Zürich Käse GmbH"], _seen!.Named.Select(d => d.Name));
        await AskAsync(bench, new TurnNeeds(null, "zürich they said come back in may") { NamedFirst = true }, "ann");
        Assert.Equal(["Zürich Käse GmbH"], _seen!.Named.Select(d => d.Name));
        await AskAsync(bench, new TurnNeeds(null, "kase"), "ann");
        Assert.Equal(["Aachen Käse"], _seen!.Named.Select(d => d.Name));
    }

    [Fact]
    public async Task A_name_is_found_though_misspelt_and_with_words_after_it()
    {
        await using var bench = Bench();
        await KeepAsync(bench, Workspace(), [Person("ann")], [Deal(Person("ann"), "Müller Käse GmbH"), Deal(Person("ann"), "Globex")]);

        await AskAsync(bench, new TurnNeeds(null, "initech"), "ann");
        Assert.Empty(_seen!.Named);
        await AskAsync(bench, new TurnNeeds(null, "muler kase"), "ann");
        Assert.Equal("Müller Käse GmbH", Assert.Single(_seen!.Named).Name);
        await AskAsync(bench, new TurnNeeds(null, "globex they said come back in may") { NamedFirst = true }, "ann");
        Assert.Equal("Globex", Assert.Single(_seen!.Named).Name);
    }

    [Fact]
    public async Task Owners_of_loaded_deals_those_named_and_everybody_with_a_role_are_at_hand()
    {
        await using var bench = Bench();
        var people = "ann,bob,cleo,dan,Eva Maria,fred".Split(',').Select(Person).ToList();
        var deal = Deal(people[1], "Acme");
        await KeepAsync(bench, Workspace() with { Admin = new PersonId("cleo"), Managers = [new PersonId("dan")] }, people, [deal]);

        await AskAsync(bench, new TurnNeeds(deal.Id, null) { Person = "@eva" }, "ann");

        Assert.Equal(["Eva Maria", "bob", "cleo", "dan"], _seen!.People.Select(p => p.Name));
    }

    [Fact]
    public async Task With_nothing_but_ones_own_deal_nobody_else_is_read_unless_roles_matter()
    {
        await using var bench = Bench();
        var deal = Deal(Person("ann"), "Acme");
        await KeepAsync(bench, Workspace() with { Admin = new PersonId("cleo"), Managers = [new PersonId("dan")] }, [Person("ann"), Person("cleo"), Person("dan")], [deal]);

        await AskAsync(bench, new TurnNeeds(deal.Id, null), "ann");
        Assert.Equal(["ann"], _seen!.People.Select(p => p.Name));
        await AskAsync(bench, new TurnNeeds(deal.Id, null) { Roles = true }, "ann");
        Assert.Equal(["ann", "cleo", "dan"], _seen!.People.Select(p => p.Name));
    }

    [Fact]
    public async Task What_a_change_can_be_taken_back_to_comes_with_its_owner()
    {
        await using var bench = Bench();
        var (bob, cleo) = (Person("bob"), Person("cleo"));
        var deal = Deal(bob, "Acme");
        await KeepAsync(bench, Workspace() with { Admin = null, Managers = [new PersonId("ann")] }, [Person("ann"), bob, cleo], [deal]);
        bench.Needs = (_, _) => new TurnNeeds(null, null);
        await ChangeAsync(bench, "e1", "ann", deal with { Revision = 2, Owner = cleo.Id }, new Happening.Given(bob.Id, cleo.Id));

        await AskAsync(bench, new TurnNeeds(null, null) { LastChange = true }, "ann");

        Assert.Contains("bob", _seen!.People.Select(p => p.Name));
    }

    [Fact]
    public async Task Ones_own_open_and_parked_deals_come_longest_unchanged_first()
    {
        await using var bench = Bench();
        var (ann, bob) = (Person("ann"), Person("bob"));
        Deal Changed(string name, int daysAgo, DealState state = DealState.Open) =>
            Deal(ann, name) with { State = state, Course = Course.StartingOn(new DateOnly(2026, 1, 1), TurnBench.Start.AddDays(-daysAgo)) };
        await KeepAsync(bench, Workspace(), [ann, bob], [Changed("new", 1), Changed("old", 9), Changed("parked", 5, DealState.Parked), Changed("gone", 20, DealState.Lost), Deal(bob, "his")]);

        await AskAsync(bench, new TurnNeeds(null, null) { Mine = true }, "ann");

        Assert.Equal(["old", "parked", "new"], _seen!.Mine.Select(d => d.Name));
    }

    [Fact]
    public async Task A_history_has_one_line_a_revision_newest_first_and_says_who_by_which_message()
    {
        await using var bench = Bench();
        var deal = Deal(Person("ann"), "Acme");
        await KeepAsync(bench, Workspace(), [Person("ann"), Person("bob")], [deal]);
        await ChangeAsync(bench, "e1", "ann", deal with { Revision = 2, Name = "Acme 2" }, new Happening.Renamed("Acme", "Acme 2"));
        bench.Clock.Advance(TimeSpan.FromHours(1));
        await ChangeAsync(bench, "e2", "bob", deal with { Revision = 3, Name = "Acme 2" }, new Happening.NextLapsed("call", new DateOnly(2026, 3, 1)));

        await AskAsync(bench, new TurnNeeds(deal.Id, null) { History = true }, "ann");

        Assert.Equal(
            [
                (3, TurnBench.Start.AddHours(1), null, null, new Happening.NextLapsed("call", new DateOnly(2026, 3, 1))),
                (2, TurnBench.Start, new PersonId("ann"), "e1", new Happening.Renamed("Acme", "Acme 2")),
                (1L, TurnBench.Start, new PersonId("system"), "kept", (Happening)new Happening.Imported()),
            ],
            _seen!.History.Select(l => (l.Revision, l.At, l.By, l.Message, Assert.Single(l.What))));
    }

    [Fact]
    public async Task A_change_that_is_not_the_next_one_fails_its_turn_and_nothing_of_it_is_kept()
    {
        await using var bench = Bench();
        var deal = Deal(Person("ann"), "Acme");
        await KeepAsync(bench, Workspace(), [Person("ann")], [deal]);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => ChangeAsync(bench, "e1", "ann", deal with { Revision = 3, Name = "Acme 2" }, new Happening.Renamed("Acme", "Acme 2")));

        Assert.Equal($"Deal {deal.Id} is not at revision 2.", failure.Message);
        using var tables = bench.Tables();
        Assert.Equal("Acme", Assert.Single(tables.Deals).Name);
        Assert.Empty(tables.ProcessedEvents);
    }

    [Fact]
    public async Task The_last_change_is_everything_one_message_changed_with_how_it_was_before()
    {
        await using var bench = Bench();
        var ann = Person("ann");
        var deals = new[] { Deal(ann, "Acme"), Deal(ann, "Globex"), Deal(ann, "Initech") };
        await KeepAsync(bench, Workspace(), [ann], deals);
        await ChangeAsync(bench, "e1", "ann", deals[2] with { Revision = 2, Stage = "Proposal" }, new Happening.StageSet(null, "Proposal"));
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await TakeAsync(bench, "e2", "ann", input => TurnBench.Say(input) with
        {
            Changes = [.. deals.Take(2).Select(d => new DealChange(d with { Revision = 2, State = DealState.Won }, [new Happening.Won()]))],
        });

        await AskAsync(bench, new TurnNeeds(null, null) { LastChange = true }, "ann");

        Assert.Equal(
            [("Acme", DealState.Open, DealState.Won, 2), ("Globex", DealState.Open, DealState.Won, 2L)],
            _seen!.LastChange!.Deals.Select(d => (d.Now.Name, d.Before!.State, d.Now.State, d.Changed)));
        Assert.All(_seen.LastChange.Deals, d => Assert.Null(d.Since));
        Assert.Equal(TurnBench.Start.AddMinutes(1), _seen.LastChange.At);

        bench.Clock.Advance(TimeSpan.FromDays(1));
        await AskAsync(bench, new TurnNeeds(null, null) { LastChange = true }, "ann");
        Assert.NotNull(_seen.LastChange);
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        await AskAsync(bench, new TurnNeeds(null, null) { LastChange = true }, "ann");
        Assert.Null(_seen.LastChange);
    }

    [Fact]
    public async Task A_change_taken_back_makes_way_for_the_one_before_and_is_itself_never_taken_back()
    {
        await using var bench = Bench();
        var deal = Deal(Person("ann"), "Acme");
        await KeepAsync(bench, Workspace(), [Person("ann")], [deal]);
        await ChangeAsync(bench, "e1", "ann", deal with { Revision = 2, Stage = "Proposal" }, new Happening.StageSet(null, "Proposal"));
        await ChangeAsync(bench, "e2", "ann", deal with { Revision = 3, Stage = "Contract" }, new Happening.StageSet("Proposal", "Contract"));
        await UndoAsync(bench, "e3");
        await AskAsync(bench, new TurnNeeds(null, null) { LastChange = true }, "ann");

        var before = Assert.Single(_seen!.LastChange!.Deals);
        Assert.Equal((2, 4, null), (before.Changed, before.Now.Revision, before.Since));
        await UndoAsync(bench, "e4");

        await AskAsync(bench, new TurnNeeds(deal.Id, null) { LastChange = true }, "ann");
        Assert.Null(_seen.LastChange);
        Assert.Equal(deal with { Revision = 5 }, _seen.Deal! with { Course = deal.Course });
    }

    [Fact]
    public async Task A_change_that_somebody_built_upon_says_so()
    {
        await using var bench = Bench();
        var deal = Deal(Person("ann"), "Acme");
        await KeepAsync(bench, Workspace(), [Person("ann"), Person("bob")], [deal]);
        await ChangeAsync(bench, "e1", "ann", deal with { Revision = 2, Stage = "Proposal" }, new Happening.StageSet(null, "Proposal"));
        await ChangeAsync(bench, "e2", "bob", deal with { Revision = 3, Stage = "Contract" }, new Happening.StageSet("Proposal", "Contract"));

        await AskAsync(bench, new TurnNeeds(null, null) { LastChange = true }, "ann");

        Assert.Equal((3, new PersonId("bob")), (Assert.Single(_seen!.LastChange!.Deals).Since!.Revision, _seen.LastChange.Deals[0].Since!.By));
    }

    [Fact]
    public async Task Taken_back_a_deal_is_what_it_was_to_the_letter_but_for_its_revision()
    {
        await using var bench = Bench();
        var deal = Deal(Person("ann"), "Acme") with { Value = 12.50m, Stage = "Proposal" };
        await KeepAsync(bench, Workspace(), [Person("ann")], [deal]);
        using var tables = bench.Tables();
        var before = tables.Deals.Single().Document;
        await ChangeAsync(bench, "e1", "ann", deal with { Revision = 2, State = DealState.Lost, Lost = new Loss("Other", "why", TurnBench.Start, 3) }, new Happening.WasLost("Other", "why", 3));

        await UndoAsync(bench, "e2");

        using var now = bench.Tables();
        var row = now.Deals.Single();
        Assert.Equal(before.Replace("\"revision\":1,", "\"revision\":3,", StringComparison.Ordinal), row.Document);
        Assert.Equal((3, "Open", null, 0), (row.Revision, row.State, row.ClosedAt, row.HoursSunk));
        Assert.Equal([1, 2, 3], now.DealEvents.Select(e => e.Revision).Order());
    }

    [Fact]
    public async Task Several_deals_change_all_together_or_not_at_all()
    {
        await using var bench = Bench();
        var ann = Person("ann");
        var deals = new[] { Deal(ann, "Acme"), Deal(ann, "Globex") };
        await KeepAsync(bench, Workspace(), [ann], deals);

        await Assert.ThrowsAsync<InvalidOperationException>(() => TakeAsync(bench, "e1", "ann", input => Winning(input, second: 3)));
        using (var before = bench.Tables())
        {
            Assert.All(before.Deals, d => Assert.Equal((1, "Open"), (d.Revision, d.State)));
            Assert.Equal(2, before.DealEvents.Count());
            Assert.Empty(before.ProcessedEvents);
        }

        await TakeAsync(bench, "e1", "ann", input => Winning(input, second: 2));
        using var tables = bench.Tables();
        Assert.All(tables.Deals, d => Assert.Equal((2, "Won"), (d.Revision, d.State)));
        Assert.Equal(4, tables.DealEvents.Count());
        Assert.Single(tables.ProcessedEvents);

        Decision Winning(TurnInput input, long second) => TurnBench.Say(input) with
        {
            Changes = [.. deals.Select((d, at) => new DealChange(d with { Revision = at == 0 ? 2 : second, State = DealState.Won }, [new Happening.Won()]))],
        };
    }

    public void Dispose() => _directory.Dispose();

    private static Person Person(string name) => new(new PersonId(name), s_local, name, "UTC");

    private static Workspace Workspace() => new(s_local, new PersonId("ann"), null, new Dictionary<string, PlaybookId>(), null);

    private static Deal Deal(Person owner, string name) => new(new DealId(Guid.CreateVersion7()), s_local, owner.Id, name, DealState.Open, 1, TurnBench.Start);

    private TurnBench Bench() => new(_directory, input => _decide(input));

    private Func<TurnInput, Decision> _decide = input => TurnBench.Say(input);

    /// <summary>Keeps them as an earlier turn would have.</summary>
    private static Task<bool> KeepAsync(TurnBench bench, Workspace workspace, IEnumerable<Person> people, IEnumerable<Deal> deals) => bench.Store.Gate.TurnAsync(
        Databases.Local,
        session =>
        {
            Workspaces.Save(session, workspace);
            foreach (var person in people)
            {
                People.Save(session, person);
            }

            var message = bench.Message("kept", person: "system");
            var input = new TurnInput(
                message, bench.Clock.GetUtcNow(), workspace, Person("system"), Conversation.New, null, [], new PlaybookShelf(new Dictionary<PlaybookId, Domain.Playbooks.Playbook>(), new Dictionary<PlaybookHash, Domain.Playbooks.Playbook>()), default, CountsShelf.Empty);
            Deals.Save(session, message, [.. deals.Select(d => new DealChange(d, [new Happening.Imported()]))], input);
            return true;
        },
        TestContext.Current.CancellationToken);

    private Task<TurnResponse> TakeAsync(TurnBench bench, string key, string person, Func<TurnInput, Decision> decide)
    {
        _decide = decide;
        return bench.TakeAsync(bench.Message(key, person: person, conversation: person));
    }

    private async Task AskAsync(TurnBench bench, TurnNeeds needs, string person)
    {
        bench.Needs = (_, _) => needs;
        await TakeAsync(bench, Guid.NewGuid().ToString(), person, input => TurnBench.Say(_seen = input));
    }

    private Task<TurnResponse> ChangeAsync(TurnBench bench, string key, string person, Deal deal, Happening what) =>
        TakeAsync(bench, key, person, input => TurnBench.Say(input) with { Changes = [new DealChange(deal, [what])] });

    private Task<TurnResponse> UndoAsync(TurnBench bench, string key)
    {
        bench.Needs = (_, _) => new TurnNeeds(null, null) { LastChange = true };
        return TakeAsync(bench, key, "ann", input => TurnBench.Say(input) with
        {
            Changes = [.. input.LastChange!.Deals.Select(d => new DealChange(d.Before! with { Revision = d.Now.Revision + 1 }, [new Happening.Undone(d.Changed)]))],
        });
    }
}
