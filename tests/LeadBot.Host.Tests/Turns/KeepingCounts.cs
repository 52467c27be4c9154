using LeadBot.Dialog.Conversations;
using LeadBot.Domain.Deals;
using LeadBot.Domain;
using LeadBot.Domain.Qualification;
using LeadBot.Storage.Turns;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.Turns;

public sealed class KeepingCounts : IDisposable
{
    private static readonly PlaybookId s_bant = new("bant");
    private static readonly QuestionId s_pay = new("pay");
    private static readonly OutcomeId s_yes = new("yes");
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task The_first_turn_of_a_day_freezes_the_counts_for_that_day()
    {
        var seen = new List<int>();
        await using var bench = new TurnBench(_directory, input => Count(input, seen));

        await bench.TakeAsync("e1");
        await bench.TakeAsync("e2");
        bench.Clock.Advance(TimeSpan.FromDays(1));
        await bench.TakeAsync("e3");
        await bench.TakeAsync("e4");
        bench.Clock.Advance(TimeSpan.FromDays(1));
        await bench.TakeAsync("e5");

        Assert.Equal([0, 0, 2, 2, 4], seen);
    }

    [Fact]
    public async Task A_snapshot_is_the_same_after_a_restart()
    {
        var seen = new List<int>();
        await using (var before = new TurnBench(_directory, input => Count(input, seen)))
        {
            await before.TakeAsync("e1");
        }

        await using var after = new TurnBench(_directory, input => Count(input, seen));
        await after.TakeAsync("e2");

        Assert.Equal([0, 0], seen);
    }

    [Fact]
    public async Task A_deal_goes_on_with_the_counts_of_the_day_it_started()
    {
        var seen = new List<int>();
        await using var bench = new TurnBench(_directory, input =>
        {
            if (input.Deal is not null)
            {
                seen.Add(input.CountsByDay.Of(input.Deal!.Qualification!.PlaybookId, input.Deal.Qualification.Terms.CountsOf).Of(s_pay, s_yes));
                return Count(input, []);
            }

            return Count(input, []) with { Changes = Qualifying.Changing(Qualifying.Deal(input, Qualifying.Version(1).Hash, s_bant)), Conversation = input.Conversation with { Deal = input.FreshDeal } };
        }, playbooks: Qualifying.Library(Qualifying.Version(1)));

        await bench.TakeAsync("e1", conversation: "other");
        bench.Clock.Advance(TimeSpan.FromDays(1));
        await bench.TakeAsync("e2");
        bench.Clock.Advance(TimeSpan.FromDays(1));
        await bench.TakeAsync("e3");

        Assert.Equal([1], seen);
    }

    [Fact]
    public async Task A_failed_turn_takes_no_snapshot()
    {
        var broken = true;
        var seen = new List<int>();
        await using var bench = new TurnBench(_directory, input => broken ? throw new InvalidOperationException() : Count(input, seen));
        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.TakeAsync("e1"));
        await bench.Store.Gate.TurnAsync(
            Databases.Local,
            session =>
            {
                AnswerCountBook.Add(session, new WorkspaceId("local"), [new CountedAnswer(s_bant, s_pay, s_yes)]);
                return true;
            },
            TestContext.Current.CancellationToken);

        broken = false;
        await bench.TakeAsync("e1");

        Assert.Equal([1], seen);
    }

    [Fact]
    public async Task Counts_of_one_workspace_are_not_seen_in_another()
    {
        var seen = new List<int>();
        await using var bench = new TurnBench(_directory, input => Count(input, seen));

        await bench.TakeAsync(bench.Message("e1", workspace: "msteams:t1"));
        bench.Clock.Advance(TimeSpan.FromDays(1));
        await bench.TakeAsync(bench.Message("e2", workspace: "msteams:t1"));
        await bench.TakeAsync(bench.Message("e3", workspace: "msteams:t2"));

        Assert.Equal([0, 1, 0], seen);
    }

    [Fact]
    public async Task What_is_taken_back_counts_no_more_and_never_less_than_nothing()
    {
        var seen = new List<int>();
        await using var bench = new TurnBench(_directory, input => input.Message.EventKey.StartsWith("back", StringComparison.Ordinal)
            ? TurnBench.Say(input) with { Uncounted = [new CountedAnswer(s_bant, s_pay, s_yes)] }
            : Count(input, seen));

        await bench.TakeAsync("e1");
        await bench.TakeAsync("e2");
        await bench.TakeAsync("back 1");
        bench.Clock.Advance(TimeSpan.FromDays(1));
        await bench.TakeAsync("e3");
        await bench.TakeAsync("back 2");
        await bench.TakeAsync("back 3");
        await bench.TakeAsync("back 4");
        bench.Clock.Advance(TimeSpan.FromDays(1));
        await bench.TakeAsync("e4");

        Assert.Equal([0, 0, 1, 0], seen);
    }

    public void Dispose() => _directory.Dispose();

    private static Decision Count(TurnInput input, List<int> seen)
    {
        seen.Add(input.CountsByDay.Of(s_bant, input.Person.Today(input.Now)).Of(s_pay, s_yes));
        return TurnBench.Say(input) with { Counted = [new CountedAnswer(s_bant, s_pay, s_yes)] };
    }
}
