using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Storage.Turns;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.Turns;

/// <summary>What a turn says in other conversations than its own, and how it knows where.</summary>
public sealed class SayingElsewhere : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private Func<TurnInput, Decision> _decide = input => TurnBench.Say(input);

    [Fact]
    public async Task A_person_is_told_in_their_direct_conversation()
    {
        await using var bench = Bench();
        await bench.DeliverAsync();
        await bench.TakeAsync(bench.Message("e1", person: "bob", conversation: "bobs"));
        _decide = input => TurnBench.Say(input) with { Tell = [new Telling(new PersonId("bob"), Card.Of("A deal is yours now."))] };

        await bench.TakeAsync(bench.Message("e2", person: "ann", conversation: "anns"));

        Assert.Equal(("address of bobs", "A deal is yours now."), await bench.Channel.NextAsync());
    }

    [Fact]
    public async Task A_person_heard_only_elsewhere_is_told_in_a_conversation_yet_to_be_opened_from_there()
    {
        await using var bench = Bench();
        await bench.TakeAsync(InThread(bench, "e1", "bob", "t1"));
        await bench.TakeAsync(InThread(bench, "e2", "bob", "t2"));
        _decide = input => TurnBench.Say(input) with { Tell = [new Telling(new PersonId("bob"), Card.Of("one")), new Telling(new PersonId("bob"), Card.Of("two"))] };

        await bench.TakeAsync(bench.Message("e3", person: "ann"));

        using var tables = bench.Tables();
        var unopened = Assert.Single(tables.Conversations, c => c.Unopened);
        Assert.Equal(("direct:bob", "recording", "address of t2"), (unopened.Name, unopened.Channel, unopened.Address));
        Assert.Equal(2, tables.Outbox.Count(m => m.Conversation == unopened.Id));
        Assert.Single(tables.Deliveries, d => d.Conversation == unopened.Id);
    }

    [Fact]
    public async Task Where_a_person_can_be_reached_is_written_when_it_changes_and_not_with_every_message()
    {
        await using var bench = Bench();
        await bench.TakeAsync(InThread(bench, "e1", "bob", "t1"));
        Assert.Equal((null, "recording", "address of t1"), Reach(bench, "bob"));

        await bench.TakeAsync(bench.Message("e2", person: "bob", conversation: "bobs"));
        using var tables = bench.Tables();
        var direct = tables.Conversations.Single(c => c.Name == "bobs").Id;
        Assert.Equal((direct, null, null), Reach(bench, "bob"));

        Databases.Freeze(_directory.Path, "people");
        await bench.TakeAsync(bench.Message("e3", person: "bob", conversation: "bobs"));
        await bench.TakeAsync(InThread(bench, "e4", "bob", "t3"));
        Assert.Equal((direct, null, null), Reach(bench, "bob"));
    }

    [Fact]
    public async Task A_post_goes_to_the_linked_channel_and_threads_of_it_are_other_conversations()
    {
        await using var bench = Bench();
        await bench.DeliverAsync();
        await LinkAsync(bench);
        _decide = input => TurnBench.Say(input) with { Post = [new ChannelPost("north", Card.Of("The wall."))] };

        await bench.TakeAsync(bench.Message("e2"));

        Assert.Equal(("root of north", "The wall."), await bench.Channel.NextAsync());
        using var tables = bench.Tables();
        Assert.False(Assert.Single(tables.Conversations, c => c.Name == "channel:north").Unopened);
    }

    [Fact]
    public async Task Somebody_never_heard_a_conversation_that_is_gone_and_a_channel_not_linked_fail_no_turn()
    {
        await using var bench = Bench();
        await bench.TakeAsync(bench.Message("e1", person: "bob", conversation: "bobs"));
        await GoneAsync(bench, "bobs");
        _decide = input => TurnBench.Say(input, "done") with
        {
            Tell = [new Telling(new PersonId("nobody"), Card.Of("lost")), new Telling(new PersonId("bob"), Card.Of("lost"))],
            Post = [new ChannelPost("nowhere", Card.Of("lost"))],
        };

        await bench.TakeAsync(bench.Message("e2"));

        using var tables = bench.Tables();
        Assert.DoesNotContain(tables.Outbox, m => m.Card.Contains("lost", StringComparison.Ordinal));
        Assert.Single(tables.Outbox, m => m.Card.Contains("done", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_of_whom_no_conversation_is_known_is_reported_to_an_admin_once()
    {
        await using var bench = Bench();
        await bench.TakeAsync(bench.Message("e1", person: "ann", conversation: "anns"));
        await bench.Store.Gate.TurnAsync(
            Databases.Local,
            session =>
            {
                People.Save(session, new Person(new PersonId("kim"), new WorkspaceId("local"), "Kim", "UTC"));
                return true;
            },
            TestContext.Current.CancellationToken);
        _decide = input => TurnBench.Say(input) with { Tell = [new Telling(new PersonId("kim"), Card.Of("lost"))] };

        await bench.TakeAsync(bench.Message("e2", person: "bob", conversation: "bobs"));
        await bench.TakeAsync(bench.Message("e3", person: "bob", conversation: "bobs"));

        using var tables = bench.Tables();
        var report = Assert.Single(tables.Outbox);
        Assert.Equal("anns", tables.Conversations.Single(c => c.Id == report.Conversation).Name);
        Assert.Contains("Kim", report.Card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_that_was_gone_is_back_once_somebody_speaks_there()
    {
        await using var bench = Bench();
        await bench.TakeAsync(bench.Message("e1", person: "bob", conversation: "bobs"));
        await GoneAsync(bench, "bobs");

        await bench.TakeAsync(bench.Message("e2", person: "bob", conversation: "bobs"));

        using var tables = bench.Tables();
        Assert.Null(tables.Conversations.Single(c => c.Name == "bobs").GoneAt);
    }

    [Fact]
    public async Task A_channel_that_was_gone_is_written_to_again_once_it_is_linked_again()
    {
        await using var bench = Bench();
        await LinkAsync(bench);
        _decide = input => TurnBench.Say(input) with { Post = [new ChannelPost("north", Card.Of("first"))] };
        await bench.TakeAsync("e2");
        await GoneAsync(bench, "channel:north");
        await LinkAsync(bench);

        using var tables = bench.Tables();
        Assert.Null(tables.Conversations.Single(c => c.Name == "channel:north").GoneAt);
    }

    [Fact]
    public async Task A_persons_team_is_the_linked_channel_they_were_heard_in_last()
    {
        await using var bench = Bench();
        await LinkAsync(bench);
        await bench.TakeAsync(InThread(bench, "e2", "bob", "t1"));
        await bench.TakeAsync(InThread(bench, "e3", "bob", "t2", "not linked"));

        using var tables = bench.Tables();
        Assert.Equal("north", tables.People.Single(p => p.Id == "bob").Team);
    }

    [Fact]
    public async Task A_pressed_digest_is_marked_once_and_its_person_counts_as_awake()
    {
        await using var bench = Bench();
        await bench.TakeAsync(bench.Message("e1", person: "bob"));
        var day = new DateOnly(2026, 3, 2);
        await bench.Store.Gate.TurnAsync(
            Databases.Local,
            session => session.Execute("INSERT INTO digests (workspace, person, day, kind, at) VALUES ('local', 'bob', $1, 'deals', 1), ('local', 'bob', $1 - 1, 'deals', 1)", day.DayNumber)
                + session.Execute("UPDATE people SET digests_unpressed = 4 WHERE id = 'bob'"),
            TestContext.Current.CancellationToken);
        _decide = input => TurnBench.Say(input) with { DigestPressed = day };

        await bench.TakeAsync(bench.Message("e2", person: "bob"));
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await bench.TakeAsync(bench.Message("e3", person: "bob"));

        using var tables = bench.Tables();
        Assert.Equal([null, TurnBench.Start.UtcTicks], tables.Digests.OrderBy(d => d.Day).Select(d => d.PressedAt));
        Assert.Equal(0, tables.People.Single(p => p.Id == "bob").DigestsUnpressed);
    }

    public void Dispose() => _directory.Dispose();

    private TurnBench Bench() => new(_directory, input => _decide(input));

    private static IncomingMessage InThread(TurnBench bench, string key, string person, string thread, string channel = "north") => bench.Message(key, person: person) with
    {
        Place = new Place(bench.Channel.Name, new WorkspaceId("local"), thread, PlaceKind.Thread, channel, $"address of {thread}", "root of north"),
    };

    private async Task LinkAsync(TurnBench bench)
    {
        _decide = input => TurnBench.Say(input) with
        {
            Workspace = input.Workspace with { Channels = new Dictionary<string, LinkedChannel> { ["north"] = new("North", bench.Channel.Name, "root of north") } },
        };
        await bench.TakeAsync(InThread(bench, Guid.NewGuid().ToString(), "ann", "t0"));
        _decide = input => TurnBench.Say(input);
    }

    private static Task<int> GoneAsync(TurnBench bench, string conversation) => bench.Store.Gate.TurnAsync(
        Databases.Local,
        session => session.Execute("UPDATE conversations SET gone_at = 1 WHERE name = $1", conversation),
        TestContext.Current.CancellationToken);

    private static (long?, string?, string?) Reach(TurnBench bench, string person)
    {
        using var tables = bench.Tables();
        var row = tables.People.Single(p => p.Id == person);
        return (row.DirectConversation, row.HeardThrough, row.HeardAt);
    }
}
