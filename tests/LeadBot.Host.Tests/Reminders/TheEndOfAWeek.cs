using System.Text.RegularExpressions;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Host.Tests.Turns;
using LeadBot.Storage.Turns;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.Reminders;

/// <summary>A week ends on Friday at three in the afternoon, by the admin's clock. It is Monday.</summary>
public sealed class TheEndOfAWeek : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_linked_channel_gets_the_wall_once_and_nothing_in_a_week_without_losses()
    {
        await using var bench = new TurnBench(_directory, Lose);
        await bench.StartAsync("ann", "lost");
        await bench.DeliverAsync();
        await bench.SweepAsync();

        bench.Clock.Advance(TimeSpan.FromDays(4));
        Assert.Equal(0, (await bench.SweepAsync()).Messages);
        bench.Clock.Advance(TimeSpan.FromHours(7));
        Assert.Equal(1, (await bench.SweepAsync()).Messages);
        Assert.Equal("address of sales", (await bench.Channel.NextAsync()).Address);
        Assert.Equal(0, (await bench.SweepAsync()).Messages);
        await bench.UntilAsync(tables => !tables.Deliveries.Any());
        bench.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(0, (await bench.SweepAsync()).Messages);

        using var tables = bench.Tables();
        Assert.Equal(("sales", "weekly"), tables.Digests.Single() is var post ? (post.Person, post.Kind) : default);
    }

    [Fact]
    public async Task A_post_sent_late_is_of_the_weeks_that_were_over_and_the_next_one_of_what_came_after()
    {
        await using var bench = new TurnBench(_directory, Lose);
        await bench.StartAsync("ann", "Monday");
        await bench.SweepAsync();
        bench.Clock.Advance(TimeSpan.FromDays(6));
        await bench.TakeAsync(bench.Message("later", "Sunday", "ann", "ann"));

        // The process slept from Monday to the Wednesday of the next week.
        bench.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(1, (await bench.SweepAsync()).Messages);
        Assert.Equal(["Monday"], Posted());
        bench.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(1, (await bench.SweepAsync()).Messages);
        Assert.Equal(["Monday", "Sunday"], Posted());

        IEnumerable<string> Posted()
        {
            using var tables = bench.Tables();
            var walls = string.Concat(tables.Outbox.OrderBy(m => m.Id).Select(m => m.Card).AsEnumerable().Where(card => card.Contains("The wall", StringComparison.Ordinal)));
            return [.. Regex.Matches(walls, "Monday|Sunday").Select(named => named.Value).Distinct()];
        }
    }

    [Fact]
    public async Task A_silence_limit_learnt_from_finished_deals_is_offered_to_an_admin_once_and_not_used()
    {
        await using var bench = new TurnBench(_directory, input => TurnBench.Say(input));
        await bench.StartAsync("ann", "hello");
        await bench.SweepAsync();
        await bench.Store.Gate.TurnAsync(
            Databases.Local,
            session =>
            {
                var workspace = Workspaces.Find(session, new WorkspaceId("local"))!;
                for (var n = 0; n < 80; n++)
                {
                    Deals.SaveByClock(session, new DealChange(Finished(n, bench.Clock.GetUtcNow().AddDays(-400)), [new Happening.Imported()]), workspace, Qualifying.Library(LoseFast.Playbook).Shelf, bench.Clock.GetUtcNow());
                }

                return true;
            },
            Stop);
        await bench.DeliverAsync();

        bench.Clock.Advance(TimeSpan.FromDays(5));
        await bench.SweepAsync();
        Assert.Contains("settings learnt", (await bench.Channel.NextAsync()).Line, StringComparison.Ordinal);
        await bench.UntilAsync(tables => !tables.Deliveries.Any());
        bench.Clock.Advance(TimeSpan.FromDays(7));
        await bench.SweepAsync();
        await bench.UntilAsync(tables => !tables.Deliveries.Any());

        var silence = (await bench.Store.Gate.TurnAsync(Databases.Local, session => Workspaces.Find(session, new WorkspaceId("local")), Stop))!.Silence;
        Assert.InRange(silence.Offered!.Limit, 16, 40);
        Assert.Null(silence.Approved);
        Assert.False(bench.Channel.HasMore);
    }

    public void Dispose() => _directory.Dispose();

    /// <summary>What is typed is lost.</summary>
    private static Decision Lose(TurnInput input) => TurnBench.Say(input) with
    {
        Person = input.Person with { Team = "sales" },
        Workspace = input.Workspace with { Channels = new Dictionary<string, LinkedChannel> { ["sales"] = new("Sales", "recording", "address of sales", WeeklyPost: true) } },
        Changes = [new DealChange(StaleDeals.Of(input, ((Said.Typed)input.Message.Said).Text) with { State = DealState.Lost, Lost = new Loss("No budget", null, input.Now, 12) }, [new Happening.Imported()])],
    };

    /// <summary>Won within 10 to 29 days, or lost after 40 to 119.</summary>
    private static Deal Finished(int number, DateTimeOffset began)
    {
        var won = number % 2 == 0;
        var ended = began.AddDays(won ? 10 + (number / 4) : 40 + number);
        return new Deal(
            new DealId(new Guid(number + 1, 0, 0, new byte[8])), new WorkspaceId("local"), new PersonId("ann"), $"Deal {number}", won ? DealState.Won : DealState.Lost, 1, began,
            Lost: won ? null : new Loss("No budget", null, ended, 0),
            WonAt: won ? ended : null,
            Course: Course.StartingOn(DateOnly.FromDateTime(began.UtcDateTime), began) with { LongestSilence = won ? 5 : 0 });
    }
}
