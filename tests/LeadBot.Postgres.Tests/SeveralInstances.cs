using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Conversations;
using LeadBot.Host.Tests.Turns;
using LeadBot.Storage;
using LeadBot.Storage.Delivering;
using LeadBot.Storage.Gate;
using LeadBot.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace LeadBot.Postgres.Tests;

/// <summary>Two and three instances on one database, without a word between them but through it.</summary>
public sealed class SeveralInstances : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly FakeTimeProvider _clock = new(TurnBench.Start);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_that_comes_to_all_of_them_is_handled_once_and_answered_alike()
    {
        await using var one = Instance(input => TurnBench.Say(input, "hi") with { OnlyForYou = "the first" });
        await using var two = Instance(input => TurnBench.Say(input, "hi") with { OnlyForYou = "the second" });
        await using var three = Instance(input => TurnBench.Say(input, "hi") with { OnlyForYou = "the third" });

        for (var n = 0; n < 20; n++)
        {
            var answers = await Task.WhenAll(new[] { one, two, three }.Select(bench => Task.Run(() => bench.TakeAsync($"e{n}", conversation: $"c{n % 2}"))));

            Assert.Single(answers.Select(answer => answer.OnlyForYou).Distinct());
            Assert.Single(answers, answer => !answer.IsRepeat);
        }

        using var tables = one.Tables();
        Assert.Equal((20, 20), (tables.ProcessedEvents.Count(), tables.Outbox.Count()));
    }

    [Fact]
    public async Task Turns_of_a_conversation_wait_for_each_other_and_the_later_one_sees_what_the_earlier_one_kept()
    {
        var (entered, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var one = Instance(input =>
        {
            entered.TrySetResult();
            go.Task.Wait(Stop);
            return Counted(input);
        });
        var seen = new List<int>();
        await using var two = Instance(input =>
        {
            seen.Add(Count(input));
            return Counted(input);
        });

        var first = one.TakeAsync("e1");
        await entered.Task;
        var second = Task.Run(() => two.TakeAsync("e2"), Stop);
        using (var tables = one.Tables())
        {
            await UntilAsync(() => Number(tables, "SELECT COUNT(*)::int AS \"Value\" FROM pg_locks WHERE locktype = 'advisory' AND NOT granted") == 1);
        }

        Assert.Empty(seen);
        go.SetResult();
        await Task.WhenAll(first, second);
        Assert.Equal([1], seen);
    }

    [Fact]
    public async Task However_many_messages_come_at_once_none_is_lost_and_each_conversation_is_sent_in_its_order()
    {
        var channel = new RecordingChannel();
        await using var one = Instance(Numbered, channel);
        await using var two = Instance(Numbered, channel);
        await using var three = Instance(Numbered, channel);
        TurnBench[] all = [one, two, three];
        foreach (var bench in all)
        {
            await bench.DeliverAsync();
        }

        await Task.WhenAll(Enumerable.Range(0, 120).Select(n => Task.Run(() => all[n % 3].TakeAsync($"e{n}", conversation: $"c{n % 4}"), Stop)));

        var sent = new List<(string Address, string Line)>();
        while (sent.Count < 120)
        {
            sent.Add(await channel.NextAsync());
        }

        Assert.All(sent.GroupBy(message => message.Address), conversation => Assert.Equal(Enumerable.Range(0, 30).Select(n => $"{n}"), conversation.Select(message => message.Line)));
        await one.UntilAsync(tables => !tables.Deliveries.Any());

        static Decision Numbered(TurnInput input)
        {
            var decision = Counted(input);
            return decision with { Say = TurnBench.Say(input, $"{Count(input)}").Say };
        }
    }

    [Fact]
    public async Task What_a_dead_instance_held_another_sends_within_half_a_minute()
    {
        var dead = Instance(TurnBench.Echo);
        // It holds the conversation from its commit on, and never comes to send.
        await dead.TakeAsync("e1", "said before the end");
        await using var other = Instance(TurnBench.Echo);
        await other.DeliverAsync();
        await other.TakeAsync("e2", "another conversation", "c2");
        Assert.Equal(("address of c2", "another conversation"), await other.Channel.NextAsync());
        Assert.False(other.Channel.HasMore);
        // Were it put forward before that one is marked as sent, it would be sent again.
        await other.UntilAsync(tables => tables.Deliveries.Count() == 1);

        _clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(("address of c1", "said before the end"), await other.Channel.NextAsync());
        await other.UntilAsync(tables => !tables.Deliveries.Any());
        await dead.DisposeAsync();
    }

    [Fact]
    public async Task A_lease_that_another_has_is_not_touched_before_it_is_over()
    {
        await using var one = Instance(TurnBench.Echo);
        await using var two = Instance(TurnBench.Echo);
        await one.TakeAsync("e1");

        Assert.Empty(await ClaimAsync(two));
        _clock.Advance(Held.Lease - TimeSpan.FromTicks(1));
        Assert.Empty(await ClaimAsync(two));
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Single(await ClaimAsync(two));
        Assert.Empty(await ClaimAsync(one));
    }

    [Fact]
    public async Task Instances_that_claim_at_once_share_what_is_due()
    {
        await using var one = Instance(TurnBench.Echo);
        await using var two = Instance(TurnBench.Echo);
        for (var n = 0; n < 40; n++)
        {
            await one.TakeAsync($"e{n}", conversation: $"c{n}");
        }

        _clock.Advance(Held.Lease);
        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => ClaimAsync(n % 2 == 0 ? one : two), Stop)));

        var held = claims.SelectMany(claim => claim).Select(claim => claim.Conversation).ToList();
        Assert.Equal(40, held.Count);
        Assert.Equal(40, held.Distinct().Count());
    }

    [Fact]
    public async Task A_message_that_comes_just_as_a_conversation_is_found_empty_is_not_left_behind()
    {
        await using var one = Instance(TurnBench.Echo);
        await using var two = Instance(TurnBench.Echo);
        await one.TakeAsync("e1", "first");
        _clock.Advance(Held.Lease);
        var held = Assert.Single(await ClaimAsync(one));
        var (said, go) = (new TaskCompletionSource(), new TaskCompletionSource());

        // The second message is written and not committed yet while the first is marked as sent.
        var saying = two.Store.Gate.TurnAsync(
            Databases.Local,
            session =>
            {
                Outbox.Add(session, new("local"), held.Conversation, ["{}"], _clock.GetUtcNow());
                // What it left for later goes with this.
                session.Execute("SELECT 1");
                said.TrySetResult();
                go.Task.Wait(Stop);
                return true;
            },
            Stop);
        await said.Task;
        var settling = one.Store.Gate.BackgroundAsync(
            Scope.Delivery,
            session => Deliveries.Settle(session, held, [new Settled(held.Messages[0].Id, _clock.GetUtcNow(), null, null)], _clock.GetUtcNow()), Stop);
        try
        {
            using var tables = one.Tables();
            await UntilAsync(() => Number(tables, "SELECT COUNT(*)::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'") == 1);
        }
        finally
        {
            go.SetResult();
        }

        await saying;

        Assert.Single((await settling)()!.Messages);
    }

    [Fact]
    public async Task One_that_cannot_take_more_calls_the_others()
    {
        await using var one = Instance(TurnBench.Echo);
        await using var two = Instance(TurnBench.Echo);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var (heard, own) = (new TaskCompletionSource(), new TaskCompletionSource());
        var hearing = Task.WhenAll(
            two.Store.HearCallsAsync(() => heard.TrySetResult(), TimeProvider.System, over.Token),
            one.Store.HearCallsAsync(() => own.TrySetResult(), TimeProvider.System, over.Token));

        await UntilAsync(async () =>
        {
            await one.Store.CallOthersAsync(Stop);
            return heard.Task.IsCompleted;
        });

        Assert.False(own.Task.IsCompleted);
        await over.CancelAsync();
        await hearing;
    }

    [Fact]
    public async Task A_restarted_server_is_found_again()
    {
        await using var one = Instance(TurnBench.Echo);
        await one.TakeAsync("e1");
        using (var tables = one.Tables())
        {
            Number(tables, "SELECT COUNT(pg_terminate_backend(pid))::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
        }

        await one.TakeAsync("e2");

        using var after = one.Tables();
        Assert.Equal(2, after.ProcessedEvents.Count());
    }

    [Fact]
    public async Task What_one_at_a_time_does_is_free_as_soon_as_the_one_is_gone()
    {
        await using var one = Instance(TurnBench.Echo);
        await using var two = Instance(TurnBench.Echo);

        using (one.Store.TryBeAlone("reminders"))
        {
            Assert.Null(two.Store.TryBeAlone("reminders"));
            using var other = two.Store.TryBeAlone("retention");
            Assert.NotNull(other);
        }

        await UntilAsync(() =>
        {
            using var alone = two.Store.TryBeAlone("reminders");
            return alone is not null;
        });
    }

    public void Dispose() => _directory.Dispose();

    private TurnBench Instance(Func<TurnInput, Decision> decide, RecordingChannel? channel = null) => new(_directory, decide, _clock, channel: channel, beside: true);

    private static int Count(TurnInput input) => input.Conversation.Waiting is Waiting.WantedOn on ? on.Misses : 0;

    private static Decision Counted(TurnInput input) =>
        TurnBench.Echo(input) with { Conversation = input.Conversation with { Waiting = new Waiting.WantedOn(Count(input) + 1) } };

    private Task<IReadOnlyList<Held>> ClaimAsync(TurnBench bench) =>
        bench.Store.Gate.BackgroundAsync(Scope.Delivery, session => Deliveries.Claim(session, bench.Channel.Name, 16, _clock.GetUtcNow()), Stop);

#pragma warning disable EF1002 // Constants of this class.
    private static int Number(LeadBotDb tables, string sql) => tables.Database.SqlQueryRaw<int>(sql).AsEnumerable().Single();
#pragma warning restore EF1002

    private static Task UntilAsync(Func<bool> holds) => UntilAsync(() => Task.FromResult(holds()));

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var patience = TimeProvider.System.GetTimestamp(); !await holds(); await Task.Yield())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(patience) < TimeSpan.FromMinutes(2), "It never came to be so.");
        }
    }
}
