using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Host.Tests.Turns;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.Delivery;

/// <summary>People who left or blocked the bot, and channels it was taken out of. Ann is the admin.</summary>
public sealed class LosingConversations : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private Func<TurnInput, Decision> _decide = Plain;

    [Fact]
    public async Task All_that_waits_there_dies_an_admin_hears_of_it_once_and_nothing_is_tried_again()
    {
        await using var bench = await BenchAsync();
        await SellAsync(bench, "Acme", "Globex");
        bench.Channel.Gone.Add("address of bobs");
        for (var n = 0; n < 25; n++)
        {
            await bench.RemindAsync("bob", $"reminder {n}");
        }

        await bench.DeliverAsync();

        Assert.Equal("address of bobs", (await bench.Channel.NextAsync()).Address);
        var (address, told) = await bench.Channel.NextAsync();
        Assert.Equal("address of anns", address);
        Assert.Equal(
            "I can't reach bob any more: they blocked or removed me, or left. Nobody is reminded of their 2 deals. A manager can give them to a colleague, one by one: \"give Acme to NAME\". Once bob writes to me directly, reminders go on.",
            told);
        await bench.UntilAsync(tables => !tables.Deliveries.Any());
        Assert.False(await bench.CanReachAsync("bob"));
        Assert.False(bench.Channel.HasMore);
        using var tables = bench.Tables();
        Assert.Equal(25, tables.Outbox.Count(m => m.DeadBecause == "blocked" && m.DeadAt == bench.Clock.GetUtcNow().UtcTicks));
        Assert.Equal(bench.Clock.GetUtcNow().UtcTicks, tables.Conversations.Single(c => c.Name == "bobs").GoneAt);
    }

    [Fact]
    public async Task Who_writes_again_can_be_reached_again_and_is_reported_again_when_lost_another_day()
    {
        await using var bench = await BenchAsync();
        bench.Channel.Gone.Add("address of bobs");
        await bench.DeliverAsync();
        await LoseAsync(bench, toldAnAdmin: true);

        await bench.TakeAsync(bench.Message("back", "hello", "bobs", "bob"));
        Assert.True(await bench.CanReachAsync("bob"));
        await LoseAsync(bench, toldAnAdmin: false);

        bench.Clock.Advance(TimeSpan.FromDays(1));
        await bench.TakeAsync(bench.Message("back again", "hello", "bobs", "bob"));
        await LoseAsync(bench, toldAnAdmin: true);
    }

    [Fact]
    public async Task A_restart_in_between_forgets_nothing_and_tells_nobody_twice()
    {
        await using (var before = await BenchAsync())
        {
            before.Channel.Gone.Add("address of bobs");
            await before.RemindAsync("bob", "hello");
            await before.DeliverAsync();
            await before.UntilAsync(tables => tables.Outbox.Any(m => m.Card.Contains("can't reach bob") && m.SentAt != null));
        }

        await using var after = new TurnBench(_directory, input => _decide(input));
        await after.DeliverAsync();
        await after.TakeAsync(after.InThread("thread", "again", "bob"));

        Assert.Equal("address of t1", (await after.Channel.NextAsync()).Address);
        Assert.False(await after.CanReachAsync("bob"));
        await after.UntilAsync(tables => !tables.Deliveries.Any());
        Assert.False(after.Channel.HasMore);
    }

    [Fact]
    public async Task Who_cannot_be_written_to_directly_is_reported_and_not_asked_for_again()
    {
        var asked = 0;
        await using var bench = await BenchAsync();
        bench.Channel.Open = (_, _) => Task.FromResult<Opened>(asked++ == 0 ? new Opened.Never("not installed") : throw new InvalidOperationException("Asked again."));
        await bench.DeliverAsync();
        await bench.TakeAsync(bench.InThread("e1", "one", "kim"));
        await bench.Channel.NextAsync();

        await bench.RemindAsync("kim", "hello");

        Assert.Equal(
            ("address of anns", "I can't write to kim directly: I know them only from a channel, and may not begin a conversation with them. They have no open deals. Once kim writes to me directly, I can reach them again."),
            await bench.Channel.NextAsync());
        await bench.TakeAsync(bench.InThread("e2", "two", "kim"));
        await bench.Channel.NextAsync();
        Assert.False(await bench.CanReachAsync("kim"));

        await bench.TakeAsync(bench.Message("e3", conversation: "kims", person: "kim"));
        Assert.True(await bench.CanReachAsync("kim"));
    }

    [Fact]
    public async Task Being_removed_is_noted_at_once_and_being_added_again_welcomes_again()
    {
        await using var bench = await BenchAsync();
        await bench.RemindAsync("bob", "waiting");
        _decide = input => input.Message.Said is Said.Removed ? new(input.Conversation, []) { TakenOut = true } : Plain(input);
        await bench.TakeAsync(bench.Message("removed", conversation: "bobs", person: "bob") with { Said = new Said.Removed() });
        await bench.DeliverAsync();

        Assert.Equal(
            ("address of anns", "bob removed me, so I can't reach them any more. They have no open deals. Once bob writes to me directly, I can reach them again."),
            await bench.Channel.NextAsync());
        Assert.False(await bench.CanReachAsync("bob"));
        using (var tables = bench.Tables())
        {
            Assert.Equal("LeadBot was removed there.", tables.Outbox.Single(m => m.Card.Contains("waiting")).DeadBecause);
        }

        await bench.TakeAsync(bench.Message("added", "hello", "bobs", "bob") with { Said = new Said.Arrived() });
        Assert.True(await bench.CanReachAsync("bob"));
    }

    [Fact]
    public async Task A_channel_the_bot_was_taken_out_of_gets_no_posts_and_an_admin_hears_how_to_mend_it()
    {
        await using var bench = await BenchAsync();
        await LinkAsync(bench);
        _decide = input => new(input.Conversation, []) { TakenOut = input.Message.Said is Said.Removed, Post = input.Message.Said is Said.Removed ? [] : [new ChannelPost("north", Card.Of("post"))] };
        await bench.TakeAsync(bench.InThread("removed", person: "bob", thread: "north") with { Said = new Said.Removed() });
        await bench.TakeAsync(bench.Message("post"));
        await bench.DeliverAsync();

        Assert.Equal(
            ("address of anns", "I can't post in North any more: I was taken out, or the channel is gone. To have posts there again, add me and type \"post here\" in it."),
            await bench.Channel.NextAsync());
        await bench.UntilAsync(tables => !tables.Deliveries.Any());
        Assert.False(bench.Channel.HasMore);
    }

    [Fact]
    public async Task A_thread_that_is_gone_is_nobodys_to_mend()
    {
        await using var bench = await BenchAsync();
        bench.Channel.Gone.Add("address of t1");
        await bench.TakeAsync(bench.InThread("e1", "one", "bob"));
        await bench.DeliverAsync();
        await bench.UntilAsync(tables => tables.Conversations.Any(c => c.Name == "t1" && c.GoneAt != null) && !tables.Deliveries.Any());

        using var tables = bench.Tables();
        Assert.Empty(tables.Reports);
    }

    [Fact]
    public async Task An_admin_is_not_told_of_themselves_and_another_one_is()
    {
        await using var bench = await BenchAsync();
        _decide = input => Plain(input) with { Workspace = input.Workspace with { Admins = [new PersonId("bob")] } };
        await bench.TakeAsync(bench.Message("roles", person: "ann", conversation: "anns"));
        _decide = Plain;
        bench.Channel.Gone.Add("address of anns");
        await bench.RemindAsync("ann", "hello");
        await bench.DeliverAsync();

        var sent = await bench.Channel.NextAsync();
        while (sent.Address != "address of bobs")
        {
            sent = await bench.Channel.NextAsync();
        }

        Assert.StartsWith("I can't reach ann any more", sent.Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_given_up_are_told_once_a_day_at_most_with_their_number_and_the_reason()
    {
        await using var bench = await BenchAsync();
        bench.Channel.Answer = (line, _) => Task.FromResult<Sent>(line.StartsWith("bad", StringComparison.Ordinal) ? new Sent.GiveUp("too long") : new Sent.Delivered(null));
        await bench.DeliverAsync();
        await TellAsync(bench, null);

        await GiveUpAsync(bench, "bad 1", "bad 2");
        await TellAsync(bench, "I gave up on 2 messages that could not be delivered. The last reason: Too long. \"status\" shows more.");
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await GiveUpAsync(bench, "bad 3");
        await TellAsync(bench, null);
        bench.Clock.Advance(TimeSpan.FromDays(1));
        await TellAsync(bench, "I gave up on a message that could not be delivered. Too long. \"status\" shows more.");
        bench.Clock.Advance(TimeSpan.FromDays(1));
        await TellAsync(bench, null);
    }

    [Fact]
    public async Task What_was_lost_with_a_person_is_not_told_twice()
    {
        await using var bench = await BenchAsync();
        bench.Channel.Gone.Add("address of bobs");
        await bench.DeliverAsync();
        await LoseAsync(bench, toldAnAdmin: true);
        await TellAsync(bench, null);
    }

    public void Dispose() => _directory.Dispose();

    private static Decision Plain(TurnInput input) => TurnBench.Say(input, input.Message.Said is Said.Typed { Text: not "hello" } typed ? [typed.Text] : []);

    private async Task<TurnBench> BenchAsync()
    {
        var bench = new TurnBench(_directory, input => _decide(input));
        await bench.TakeAsync(bench.Message("ann", person: "ann", conversation: "anns"));
        await bench.TakeAsync(bench.Message("bob", person: "bob", conversation: "bobs"));
        return bench;
    }

    private async Task SellAsync(TurnBench bench, params string[] names)
    {
        foreach (var name in names)
        {
            _decide = input => Plain(input) with { Changes = [new DealChange(new Deal(input.FreshDeal, input.Person.Workspace, input.Person.Id, name, DealState.Open, 1, input.Now), [new Happening.Imported()])] };
            await bench.TakeAsync(bench.Message(name, person: "bob", conversation: "bobs"));
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        _decide = Plain;
    }

    private async Task LinkAsync(TurnBench bench)
    {
        _decide = input => Plain(input) with
        {
            Workspace = input.Workspace with { Channels = new Dictionary<string, LinkedChannel> { ["north"] = new("North", bench.Channel.Name, "root of north") } },
        };
        await bench.TakeAsync(bench.InThread("link"));
    }

    private static async Task LoseAsync(TurnBench bench, bool toldAnAdmin)
    {
        await bench.UntilAsync(tables => !tables.Deliveries.Any());
        if (await bench.CanReachAsync("bob"))
        {
            await bench.RemindAsync("bob", "hello");
        }

        await bench.UntilAsync(tables => tables.Conversations.Any(c => c.Name == "bobs" && c.GoneAt != null) && !tables.Deliveries.Any());
        var addresses = new List<string>();
        while (bench.Channel.HasMore)
        {
            addresses.Add((await bench.Channel.NextAsync()).Address);
        }

        Assert.Equal(toldAnAdmin, addresses.Contains("address of anns"));
    }

    private static async Task GiveUpAsync(TurnBench bench, params string[] lines)
    {
        foreach (var line in lines)
        {
            await bench.RemindAsync("bob", line);
            Assert.Equal(line, (await bench.Channel.NextAsync()).Line);
        }

        await bench.UntilAsync(tables => !tables.Deliveries.Any());
    }

    private static async Task TellAsync(TurnBench bench, string? told)
    {
        await bench.GivenUp.TellAsync(TestContext.Current.CancellationToken);
        if (told is not null)
        {
            Assert.Equal(("address of anns", told), await bench.Channel.NextAsync());
        }

        await bench.UntilAsync(tables => !tables.Deliveries.Any());
        Assert.False(bench.Channel.HasMore);
    }
}
