using LeadBot.Dialog.Channels;
using LeadBot.Host.Tests.Turns;
using LeadBot.Storage.Delivering;
using LeadBot.Storage.Gate;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.Delivery;

public sealed class DeliveringTheOutbox : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task What_a_turn_says_is_sent_in_order_and_marked()
    {
        await using var bench = new TurnBench(_directory, input => TurnBench.Say(input, "one", "two", "three"));
        await bench.DeliverAsync();

        await bench.TakeAsync("e1");

        Assert.Equal(("address of c1", "one"), await bench.Channel.NextAsync());
        Assert.Equal("two", (await bench.Channel.NextAsync()).Line);
        Assert.Equal("three", (await bench.Channel.NextAsync()).Line);
        await bench.UntilAsync(tables => !tables.Deliveries.Any());
        using var tables = bench.Tables();
        Assert.Equal(["id of one", "id of two", "id of three"], tables.Outbox.OrderBy(m => m.Id).Select(m => m.SentAs));
        Assert.All(tables.Outbox, m => Assert.Equal(TurnBench.Start.Ticks, m.SentAt));
    }

    [Fact]
    public async Task One_conversation_is_never_delivered_twice_at_a_time()
    {
        var (inside, most) = (0, 0);
        await using var bench = new TurnBench(_directory, TurnBench.Echo);
        bench.Channel.Answer = async (_, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
            return new Sent.Delivered(null);
        };
        await bench.DeliverAsync();

        await Task.WhenAll(Enumerable.Range(0, 60).Select(n => bench.TakeAsync($"e{n}", $"{n}")));

        var sent = new List<string>();
        for (var n = 0; n < 60; n++)
        {
            sent.Add((await bench.Channel.NextAsync()).Line);
        }

        using var tables = bench.Tables();
        var said = tables.Outbox.OrderBy(m => m.Id).Select(m => m.Card).ToList();
        Assert.Equal(said, sent.Select(line => $$"""{"summary":"{{line}}","parts":[],"buttons":[]}"""));
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task A_slow_conversation_does_not_hold_up_another()
    {
        var slow = new TaskCompletionSource<Sent>();
        await using var bench = new TurnBench(_directory, TurnBench.Echo);
        bench.Channel.Answer = (line, _) => line == "slow" ? slow.Task : Task.FromResult<Sent>(new Sent.Delivered(null));
        await bench.DeliverAsync();

        await bench.TakeAsync("e1", "slow", "c1");
        Assert.Equal("slow", (await bench.Channel.NextAsync()).Line);
        await bench.TakeAsync("e2", "quick", "c2");

        Assert.Equal("quick", (await bench.Channel.NextAsync()).Line);
        slow.SetResult(new Sent.Delivered(null));
    }

    [Fact]
    public async Task What_a_stopped_process_left_is_sent_by_the_next_one()
    {
        await using (var before = new TurnBench(_directory, TurnBench.Echo))
        {
            await before.TakeAsync("e1", "left over");
        }

        await using var after = new TurnBench(_directory, TurnBench.Echo);
        await after.DeliverAsync();

        Assert.Equal("left over", (await after.Channel.NextAsync()).Line);
    }

    [Fact]
    public async Task A_failed_message_is_tried_again_later_and_what_follows_waits_for_it()
    {
        var failures = 2;
        await using var bench = new TurnBench(_directory, input => TurnBench.Say(input, "one", "two"));
        bench.Channel.Answer = (_, _) => Task.FromResult<Sent>(failures-- > 0 ? new Sent.TryAgain("busy") : new Sent.Delivered(null));
        await bench.DeliverAsync();

        await bench.TakeAsync("e1");
        Assert.Equal("one", (await bench.Channel.NextAsync()).Line);
        await bench.UntilAsync(tables => tables.Deliveries.Any(d => d.Attempts == 1 && d.LeaseUntil == 0));
        Assert.False(bench.Channel.HasMore);
        Assert.Equal("one", await AfterAsync(bench, TimeSpan.FromSeconds(1)));
        await bench.UntilAsync(tables => tables.Deliveries.Any(d => d.Attempts == 2 && d.LeaseUntil == 0));
        Assert.Equal("one", await AfterAsync(bench, TimeSpan.FromSeconds(2)));
        Assert.Equal("two", (await bench.Channel.NextAsync()).Line);
        await bench.UntilAsync(tables => !tables.Deliveries.Any());
    }

    [Fact]
    public async Task A_channel_that_asks_to_be_left_alone_is_left_alone()
    {
        await using var bench = new TurnBench(_directory, TurnBench.Echo);
        bench.Channel.Answer = (_, _) => Task.FromResult<Sent>(new Sent.TryAgain("too many requests", TimeSpan.FromSeconds(90)));
        await bench.DeliverAsync();

        await bench.TakeAsync("e1");
        await bench.Channel.NextAsync();
        await bench.UntilAsync(tables => tables.Deliveries.Any(d => d.LeaseUntil == 0));

        using var tables = bench.Tables();
        Assert.Equal(TurnBench.Start.AddSeconds(90).Ticks, tables.Deliveries.Single().NextSendAt);
    }

    [Fact]
    public async Task A_message_the_channel_refuses_is_dead_and_the_next_goes_on()
    {
        await using var bench = new TurnBench(_directory, input => TurnBench.Say(input, "bad", "good"));
        bench.Channel.Answer = (line, _) => Task.FromResult<Sent>(line == "bad" ? new Sent.GiveUp("blocked") : new Sent.Delivered("m2"));
        await bench.DeliverAsync();

        await bench.TakeAsync("e1");

        await bench.UntilAsync(tables => !tables.Deliveries.Any());
        using var tables = bench.Tables();
        var messages = tables.Outbox.OrderBy(m => m.Id).ToList();
        Assert.Equal(("blocked", TurnBench.Start.Ticks, null), (messages[0].DeadBecause, messages[0].DeadAt, messages[0].SentAt));
        Assert.Equal("m2", messages[1].SentAs);
    }

    [Fact]
    public async Task A_message_older_than_a_day_is_given_up_unsent()
    {
        await using (var before = new TurnBench(_directory, TurnBench.Echo))
        {
            await before.TakeAsync("e1", "old");
            before.Clock.Advance(TimeSpan.FromHours(23));
            await before.TakeAsync("e2", "young");
        }

        await using var after = new TurnBench(_directory, TurnBench.Echo, new(TurnBench.Start.AddHours(25)));
        await after.DeliverAsync();

        Assert.Equal("young", (await after.Channel.NextAsync()).Line);
        await after.UntilAsync(tables => !tables.Deliveries.Any());
        using var tables = after.Tables();
        Assert.Equal("it is too old", tables.Outbox.OrderBy(m => m.Id).First().DeadBecause);
    }

    [Fact]
    public async Task A_message_that_would_be_too_old_at_its_next_try_is_dead_with_the_cause()
    {
        await using var bench = new TurnBench(_directory, TurnBench.Echo);
        bench.Channel.Answer = (_, _) => Task.FromResult<Sent>(new Sent.TryAgain("closed for the week", TimeSpan.FromDays(7)));
        await bench.DeliverAsync();

        await bench.TakeAsync("e1");

        await bench.UntilAsync(tables => tables.Outbox.Any(m => m.DeadBecause == "closed for the week"));
    }

    [Fact]
    public async Task A_channel_that_does_not_answer_in_ten_seconds_is_tried_again()
    {
        await using var bench = new TurnBench(_directory, TurnBench.Echo);
        bench.Channel.Answer = async (_, stop) =>
        {
            await Task.Delay(Timeout.Infinite, stop);
            return new Sent.Delivered(null);
        };
        await bench.DeliverAsync();

        await bench.TakeAsync("e1");
        await bench.Channel.NextAsync();
        bench.Clock.Advance(TimeSpan.FromSeconds(10));

        await bench.UntilAsync(tables => tables.Deliveries.Any(d => d.Attempts == 1 && d.LeaseUntil == 0));
    }

    [Fact]
    public async Task A_channel_with_a_bug_is_tried_again()
    {
        await using var bench = new TurnBench(_directory, TurnBench.Echo);
        bench.Channel.Answer = (_, _) => throw new InvalidOperationException("bug");
        await bench.DeliverAsync();

        await bench.TakeAsync("e1");

        await bench.UntilAsync(tables => tables.Deliveries.Any(d => d.Attempts == 1 && d.LeaseUntil == 0));
    }

    [Fact]
    public async Task A_lease_that_runs_out_is_claimed_again()
    {
        await using var bench = new TurnBench(_directory, TurnBench.Echo);
        await bench.TakeAsync("e1", "hers");
        Assert.Empty(await ClaimAsync(bench));

        bench.Clock.Advance(Held.Lease);

        Assert.Equal("hers", Assert.Single(Assert.Single(await ClaimAsync(bench)).Messages).Card.Value.Summary);
        Assert.Empty(await ClaimAsync(bench));
    }

    [Fact]
    public async Task Who_has_lost_the_lease_keeps_the_marks_and_sends_no_more()
    {
        await using var bench = new TurnBench(_directory, input => TurnBench.Say(input, "one", "two"));
        await bench.TakeAsync("e1");
        bench.Clock.Advance(Held.Lease);
        var first = Assert.Single(await ClaimAsync(bench));
        bench.Clock.Advance(Held.Lease);
        var second = Assert.Single(await ClaimAsync(bench));
        var sent = new Settled(first.Messages[0].Id, bench.Clock.GetUtcNow(), "m1", null);

        Assert.Null(await SettleAsync(bench, first, sent));
        Assert.Equal("two", Assert.Single((await SettleAsync(bench, second))!.Messages).Card.Value.Summary);
    }

    [Fact]
    public async Task Messages_of_a_channel_this_process_does_not_have_are_left_for_one_that_has()
    {
        await using var bench = new TurnBench(_directory, TurnBench.Echo);
        await bench.DeliverAsync();
        var elsewhere = bench.Message("e1", "for elsewhere");
        await bench.TakeAsync(elsewhere with { Place = elsewhere.Place with { Channel = "elsewhere" } });

        await bench.TakeAsync("e2", "for here");

        Assert.Equal("for here", (await bench.Channel.NextAsync()).Line);
        await bench.UntilAsync(tables => tables.Deliveries.Count() == 1);
        using var tables = bench.Tables();
        Assert.Equal((0L, null), (tables.Deliveries.Single().LeaseUntil, tables.Outbox.OrderBy(m => m.Id).First().SentAt));
    }

    [Fact]
    public async Task Stopping_finishes_what_is_held()
    {
        var sending = new TaskCompletionSource<Sent>();
        await using var bench = new TurnBench(_directory, input => TurnBench.Say(input, "one", "two"));
        bench.Channel.Answer = (_, _) => sending.Task;
        await bench.DeliverAsync();
        await bench.TakeAsync("e1");
        await bench.Channel.NextAsync();

        var stopping = bench.Delivery.StopAsync(TestContext.Current.CancellationToken);
        Assert.False(stopping.IsCompleted);
        sending.SetResult(new Sent.Delivered(null));
        await stopping;

        Assert.Equal("two", (await bench.Channel.NextAsync()).Line);
        await bench.UntilAsync(tables => !tables.Deliveries.Any() && tables.Outbox.All(m => m.SentAt != null));
    }

    [Fact]
    public async Task More_conversations_than_are_delivered_at_a_time_all_arrive()
    {
        await using (var before = new TurnBench(_directory, TurnBench.Echo))
        {
            await Task.WhenAll(Enumerable.Range(0, 150).Select(n => before.TakeAsync($"e{n}", $"{n}", $"c{n}")));
        }

        await using var after = new TurnBench(_directory, TurnBench.Echo);
        await after.DeliverAsync();

        await after.UntilAsync(tables => !tables.Deliveries.Any());
        using var tables = after.Tables();
        Assert.Equal(150, tables.Outbox.Count(m => m.SentAt != null));
    }

    public void Dispose() => _directory.Dispose();

    private static async Task<string> AfterAsync(TurnBench bench, TimeSpan time)
    {
        bench.Clock.Advance(time);
        return (await bench.Channel.NextAsync()).Line;
    }

    private static Task<IReadOnlyList<Held>> ClaimAsync(TurnBench bench) =>
        bench.Store.Gate.BackgroundAsync(Scope.Delivery, session => Deliveries.Claim(session, bench.Channel.Name, 10, bench.Clock.GetUtcNow()), TestContext.Current.CancellationToken);

    private static async Task<Held?> SettleAsync(TurnBench bench, Held held, params Settled[] messages)
    {
        var next = await bench.Store.Gate.BackgroundAsync(
            Scope.Delivery, session => Deliveries.Settle(session, held, messages, bench.Clock.GetUtcNow()), TestContext.Current.CancellationToken);
        return next();
    }
}
