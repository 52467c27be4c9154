using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Qualification;
using LeadBot.Storage.Turns;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.Turns;

public sealed class TakingATurn : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task A_retried_event_gets_the_same_response_and_does_nothing_more()
    {
        var decided = 0;
        await using var bench = new TurnBench(_directory, input => TurnBench.Say(input, "hi") with { OnlyForYou = $"number {++decided}", Redrawn = Card.Of("redrawn") });

        var first = await bench.TakeAsync("e1");
        var again = await bench.TakeAsync("e1");

        Assert.Equal("number 1", first.OnlyForYou);
        Assert.Equal(first.OnlyForYou, again.OnlyForYou);
        Assert.Equal((false, true), (first.IsRepeat, again.IsRepeat));
        Assert.Equal("redrawn", again.Redrawn?.Summary);
        Assert.Equal(1, decided);
        using var tables = bench.Tables();
        Assert.Single(tables.Outbox);
        Assert.Single(tables.ProcessedEvents);
    }

    [Fact]
    public async Task A_turn_whose_questions_are_not_in_order_yet_waits_for_that_and_is_taken_once()
    {
        var order = new QuestionOrder(4, madeElsewhere: true);
        await using var bench = new TurnBench(_directory, new Talk(order).Decide, playbooks: Qualifying.Library(Qualifying.Version(1))) { Needs = Talk.Needs };

        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => bench.TakeAsync(bench.Message($"e{n}", $"qualify Deal {n}", $"c{n}", $"person {n}"))));

        Assert.Equal(1, order.Count);
        using var tables = bench.Tables();
        Assert.Equal((8, 8, 8), (tables.Deals.Count(), tables.DealEvents.Count(), tables.ProcessedEvents.Count()));
    }

    [Fact]
    public async Task A_retried_event_is_known_after_a_restart()
    {
        await using (var before = new TurnBench(_directory, input => TurnBench.Say(input, "hi") with { OnlyForYou = "the first" }))
        {
            await before.TakeAsync("e1");
        }

        await using var after = new TurnBench(_directory, _ => throw new InvalidOperationException("It was decided twice."));
        Assert.Equal("the first", (await after.TakeAsync("e1")).OnlyForYou);
    }

    [Fact]
    public async Task Two_messages_at_once_in_one_conversation_are_taken_one_after_the_other()
    {
        await using var bench = new TurnBench(_directory, input =>
            TurnBench.Echo(input) with { Conversation = input.Conversation with { Waiting = new Waiting.WantedOn(input.Conversation.Waiting is Waiting.WantedOn on ? on.Misses + 1 : 1) } });

        await Task.WhenAll(Enumerable.Range(0, 50).Select(n => bench.TakeAsync($"e{n}")));

        using var tables = bench.Tables();
        Assert.Contains("\"misses\":50", Assert.Single(tables.Conversations).Document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_decision_leaves_nothing_and_its_neighbours_everything()
    {
        await using var bench = new TurnBench(_directory, input => input.Message.EventKey == "bad" ? throw new InvalidOperationException("bad") : TurnBench.Echo(input));

        var good = Enumerable.Range(0, 20).Select(n => bench.TakeAsync($"e{n}", conversation: $"c{n}")).ToList();
        var bad = bench.TakeAsync(bench.Message("bad", conversation: "bad", person: "bad", workspace: "bad"));
        await Task.WhenAll(good);

        Assert.Equal("bad", (await Assert.ThrowsAsync<InvalidOperationException>(() => bad)).Message);
        using var tables = bench.Tables();
        Assert.Equal(20, tables.ProcessedEvents.Count());
        Assert.Equal(20, tables.Outbox.Count());
        Assert.DoesNotContain(tables.Conversations, c => c.Name == "bad");
        Assert.DoesNotContain(tables.Workspaces, w => w.Id == "bad");
        Assert.DoesNotContain(tables.AnswerCountSnapshots, s => s.Workspace == "bad");
    }

    [Fact]
    public async Task A_failed_event_sent_again_is_taken()
    {
        var broken = true;
        await using var bench = new TurnBench(_directory, input => broken ? throw new InvalidOperationException() : TurnBench.Say(input) with { OnlyForYou = "done" });

        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.TakeAsync("e1"));
        broken = false;

        Assert.Equal("done", (await bench.TakeAsync("e1")).OnlyForYou);
    }

    [Fact]
    public async Task Replies_wanted_in_the_response_do_not_go_out_again()
    {
        await using var bench = new TurnBench(_directory, TurnBench.Echo);

        var response = await bench.TakeAsync(bench.Message("e1", "hello") with { WantsRepliesInResponse = true });
        var again = await bench.TakeAsync(bench.Message("e1", "hello") with { WantsRepliesInResponse = true });

        Assert.Equal("hello", Assert.Single(response.Replies).Summary);
        Assert.Equal("hello", Assert.Single(again.Replies).Summary);
        using var tables = bench.Tables();
        Assert.Empty(tables.Outbox);
        Assert.Empty(tables.Deliveries);
    }

    [Fact]
    public async Task The_first_person_of_the_local_workspace_becomes_its_admin_and_stays_it()
    {
        var admins = new List<PersonId?>();
        await using var bench = new TurnBench(_directory, input =>
        {
            admins.Add(input.Workspace.Admin);
            return TurnBench.Say(input);
        });

        await bench.TakeAsync(bench.Message("e1", person: "ann"));
        await bench.TakeAsync(bench.Message("e2", person: "bob"));
        await bench.TakeAsync(bench.Message("e3", person: "ann", workspace: "msteams:t1"));

        Assert.Equal([new PersonId("ann"), new PersonId("ann"), null], admins);
    }

    [Fact]
    public async Task Who_installs_the_bot_becomes_admin_and_nobody_by_talking_alone()
    {
        var admins = new List<PersonId?>();
        await using var bench = new TurnBench(_directory, input =>
        {
            admins.Add(input.Workspace.Admin);
            return TurnBench.Say(input);
        });

        await bench.TakeAsync(bench.Message("e1", person: "ann", workspace: "msteams:t1"));
        await bench.TakeAsync(bench.Message("e2", person: "ann", workspace: "msteams:t1") with { Said = new Said.Arrived() });
        await bench.TakeAsync(bench.Message("e3", person: "bob", workspace: "msteams:t1") with { Said = new Said.Arrived(Installed: true) });
        await bench.TakeAsync(bench.Message("e4", person: "cleo", workspace: "msteams:t1") with { Said = new Said.Arrived(Installed: true) });

        Assert.Equal([null, null, new PersonId("bob"), new PersonId("bob")], admins);
    }

    [Fact]
    public async Task What_the_channel_knows_of_a_person_is_followed_until_they_set_it_themselves()
    {
        var seen = new List<Person>();
        await using var bench = new TurnBench(_directory, input =>
        {
            seen.Add(input.Person);
            return TurnBench.Say(input) with { Person = input.Message.EventKey == "e2" ? input.Person with { TimeZone = "Asia/Tokyo", TimeZoneIsTheirs = true } : null };
        });
        IncomingMessage From(string key, string name, string zone) => bench.Message(key, workspace: "msteams:t1") with { From = new Sender(new PersonId("ann"), name, zone, "de-DE") };

        await bench.TakeAsync(From("e1", "Ann", "Europe/Berlin"));
        await bench.TakeAsync(From("e2", "Ann B", "Europe/Paris"));
        await bench.TakeAsync(From("e3", "Ann B", "Europe/Berlin"));

        Assert.Equal(["Europe/Berlin", "Europe/Paris", "Asia/Tokyo"], seen.Select(p => p.TimeZone));
        Assert.Equal(["Ann", "Ann B", "Ann B"], seen.Select(p => p.Name));
        Assert.All(seen, p => Assert.Equal(AmountLanguage.CommaDecimal, p.Amounts));
    }

    [Fact]
    public async Task A_deal_of_another_workspace_is_not_found()
    {
        Deal? found = null;
        DealId? id = null;
        await using var bench = new TurnBench(_directory, input =>
        {
            found = input.Deal;
            id ??= input.FreshDeal;
            return TurnBench.Say(input) with { Changes = Qualifying.Changing(input.Message.EventKey == "e1" ? Deal(input) : null) };
        });
        bench.Needs = (_, _) => new TurnNeeds(id, null);

        await bench.TakeAsync(bench.Message("e1", workspace: "msteams:t1"));
        await bench.TakeAsync(bench.Message("e2", workspace: "msteams:t1"));
        Assert.NotNull(found);
        await bench.TakeAsync(bench.Message("e3", workspace: "msteams:t2"));
        Assert.Null(found);
    }

    [Fact]
    public async Task A_senders_deals_are_found_by_name()
    {
        IReadOnlyList<Deal> named = [];
        await using var bench = new TurnBench(_directory, input =>
        {
            named = input.Named;
            return TurnBench.Say(input) with { Changes = Qualifying.Changing(named.Count == 0 ? Deal(input) with { Name = ((Said.Typed)input.Message.Said).Text } : null) };
        });

        await bench.TakeAsync("e1", "Acme Cheese");
        await bench.TakeAsync("e2", "Globex");
        bench.Needs = (_, _) => new TurnNeeds(null, "acme");
        await bench.TakeAsync("e3");
        Assert.Equal("Acme Cheese", Assert.Single(named).Name);
        await bench.TakeAsync(bench.Message("e4", person: "bob"));
        Assert.Empty(named);
    }

    [Fact]
    public async Task A_verdict_is_added_to_the_deals_history()
    {
        await using var bench = new TurnBench(_directory, input => TurnBench.Say(input) with
        {
            Changes = Qualifying.Changing(Deal(input)),
            Verdict = new VerdictGiven(input.FreshDeal, VerdictKind.WalkAway, VerdictRule.OutOfReach, input.Now, input.Person.Id, [new GivenAnswer(new QuestionId("pay"), new Answer.DontKnow(), new DateOnly(2026, 3, 2), 1)], true),
        });

        await bench.TakeAsync("e1");

        using var tables = bench.Tables();
        var line = Assert.Single(tables.Verdicts);
        Assert.Equal(("local", "WalkAway", "OutOfReach", TurnBench.Start.Ticks, "ann", true), (line.Workspace, line.Kind, line.Rule, line.GivenAt, line.GivenBy, line.Edited));
        Assert.Equal("""[{"question":"pay","answer":{"is":"dont-know"},"on":"2026-03-02","dontKnows":1}]""", line.Answers);
    }

    public void Dispose() => _directory.Dispose();

    private static Deal Deal(TurnInput input) => new(input.FreshDeal, input.Workspace.Id, input.Person.Id, "Acme", DealState.Open, 1, input.Now);
}
