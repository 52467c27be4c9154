using LeadBot.Dialog.Channels;
using LeadBot.Host.Tests.Turns;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.Delivery;

/// <summary>Reminders to people who were only heard in a channel.</summary>
public sealed class OpeningConversations : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task It_is_opened_from_where_they_spoke_last_and_is_theirs_from_then_on()
    {
        await using var bench = await HeardInAThreadAsync();
        var asked = new List<string>();
        bench.Channel.Open = (address, _) =>
        {
            asked.Add(address);
            return Task.FromResult<Opened>(new Opened.Direct("bobs", "bob's address"));
        };

        await bench.RemindAsync("bob", "one");
        Assert.Equal(("bob's address", "one"), await bench.Channel.NextAsync());
        await bench.RemindAsync("bob", "two");
        Assert.Equal(("bob's address", "two"), await bench.Channel.NextAsync());

        await bench.UntilAsync(tables => !tables.Deliveries.Any());
        Assert.Equal(["address of t1"], asked);
        using var tables = bench.Tables();
        var direct = Assert.Single(tables.Conversations, c => c.Name == "bobs");
        Assert.Equal((false, "bob's address", direct.Id), (direct.Unopened, direct.Address, tables.People.Single(p => p.Id == "bob").DirectConversation));
        Assert.DoesNotContain(tables.Conversations, c => c.Name == "direct:bob");
    }

    [Fact]
    public async Task Where_they_have_one_already_what_waits_moves_there_in_order()
    {
        await using var bench = await HeardInAThreadAsync();
        bench.Channel.Open = async (_, _) =>
        {
            // Meanwhile he writes to the bot himself.
            await bench.TakeAsync(bench.Message("direct", "meanwhile", "bobs", "bob"));
            return new Opened.Direct("bobs", "bob's address");
        };
        await bench.RemindAsync("bob", "before");

        var lines = new[] { (await bench.Channel.NextAsync()).Line, (await bench.Channel.NextAsync()).Line };

        Assert.Equal(["before", "meanwhile"], lines.Order());
        await bench.UntilAsync(tables => !tables.Deliveries.Any());
        using var tables = bench.Tables();
        var direct = tables.Conversations.Single(c => c.Name == "bobs");
        Assert.DoesNotContain(tables.Conversations, c => c.Name == "direct:bob");
        Assert.Equal(direct.Id, tables.People.Single(p => p.Id == "bob").DirectConversation);
        Assert.All(tables.Outbox.Where(m => m.Card.Contains("before") || m.Card.Contains("meanwhile")), m => Assert.Equal((direct.Id, true), (m.Conversation, m.SentAt != null)));
    }

    [Fact]
    public async Task A_passing_failure_is_tried_again_as_any_other()
    {
        var failures = 2;
        await using var bench = await HeardInAThreadAsync();
        bench.Channel.Open = (_, _) => Task.FromResult<Opened>(failures-- > 0 ? new Opened.TryAgain("busy") : new Opened.Direct("bobs", "bob's address"));

        await bench.RemindAsync("bob", "hello");
        await bench.UntilAsync(tables => tables.Deliveries.Any(d => d.Attempts == 1 && d.LeaseUntil == 0));
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        await bench.UntilAsync(tables => tables.Deliveries.Any(d => d.Attempts == 2 && d.LeaseUntil == 0));
        bench.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(("bob's address", "hello"), await bench.Channel.NextAsync());
    }

    [Fact]
    public async Task A_channel_that_does_not_answer_is_tried_again()
    {
        var asked = new TaskCompletionSource();
        await using var bench = await HeardInAThreadAsync();
        bench.Channel.Open = async (_, stop) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, stop);
            throw new InvalidOperationException("Unreachable.");
        };
        await bench.RemindAsync("bob", "hello");
        await asked.Task;
        bench.Clock.Advance(TimeSpan.FromSeconds(10));

        await bench.UntilAsync(tables => tables.Deliveries.Any(d => d.Attempts == 1 && d.LeaseUntil == 0));
    }

    [Fact]
    public async Task What_cannot_be_opened_within_a_day_dies_with_the_cause()
    {
        await using var bench = await HeardInAThreadAsync();
        bench.Channel.Open = (_, _) => Task.FromResult<Opened>(new Opened.TryAgain("closed for the week", TimeSpan.FromDays(7)));

        await bench.RemindAsync("bob", "hello");

        await bench.UntilAsync(tables => tables.Outbox.Any(m => m.DeadBecause == "closed for the week") && !tables.Deliveries.Any());
        Assert.True(await bench.CanReachAsync("bob"));
    }

    [Fact]
    public async Task A_restart_before_it_is_noted_opens_it_again_and_loses_nothing()
    {
        await using (var before = await HeardInAThreadAsync())
        {
            before.Channel.Open = (_, _) => Task.FromException<Opened>(new InvalidOperationException("The process ended here."));
            await before.RemindAsync("bob", "hello");
            await before.UntilAsync(tables => tables.Deliveries.Any(d => d.Attempts == 1));
        }

        await using var after = new TurnBench(_directory, TurnBench.Echo, new(TurnBench.Start.AddMinutes(1)));
        after.Channel.Open = (_, _) => Task.FromResult<Opened>(new Opened.Direct("bobs", "bob's address"));
        await after.DeliverAsync();

        Assert.Equal(("bob's address", "hello"), await after.Channel.NextAsync());
    }

    public void Dispose() => _directory.Dispose();

    private async Task<TurnBench> HeardInAThreadAsync()
    {
        var bench = new TurnBench(_directory, TurnBench.Echo);
        await bench.TakeAsync(bench.InThread("e1", person: "bob"));
        await bench.DeliverAsync();
        Assert.Equal(("address of t1", "hello"), await bench.Channel.NextAsync());
        return bench;
    }
}
