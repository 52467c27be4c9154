using LeadBot.Domain.Deals;
using LeadBot.Domain.Qualification;

namespace LeadBot.Domain.Tests.Deals;

/// <summary>What happens to a deal after its start, and what its history says of it.</summary>
public sealed class LivingTests
{
    [Fact]
    public void Progress_starts_everything_that_counts_since_the_last_progress_anew()
    {
        var course = Story.Of("mon1 started; mon1 next tue1; tue1 put off; wed1 park until thu1; fri1 no contact; fri1 not now mon2; mon2 next tue2; tue2 moved").Deal.Course;
        Assert.Equal((0, 0, 0m), (course.PutOffs, course.Parks, course.HoursSinceProgress));
        Assert.Null(course.Next);
        Assert.Null(course.NotNow);
        Assert.Empty(course.Pauses);
        Assert.Equal(Story.Day("tue2"), course.SilentSince);
        Assert.Equal(2.5m, course.HoursSunk);
    }

    [Fact]
    public void Progress_does_not_answer_what_the_rep_is_asked_again_on_the_ask_day() =>
        Assert.Equal(Story.Day("thu1"), Story.Of("mon1 started; mon1 ask on thu1; tue1 moved").Deal.Course.AskOn);

    [Fact]
    public void Every_touch_costs_its_hours_and_is_the_newest_change()
    {
        var course = Story.Of("mon1 started; tue1 put off; wed1 no contact; wed1 look").Deal.Course;
        Assert.Equal((1.5m, 1.5m), (course.HoursSunk, course.HoursSinceProgress));
        Assert.Equal(Story.Noon(Story.Day("wed1")), course.LastTouch);
        Assert.Equal(Story.Noon(Story.Day("wed1")), course.ChangedAt);
    }

    [Theory]
    [InlineData("mon1 started; mon2 moved", 5)]
    [InlineData("mon1 started; mon2 won", 5)]
    [InlineData("mon1 started; mon2 moved; wed2 moved", 5)]
    [InlineData("mon1 started; wed1 moved; mon3 won", 8)]
    [InlineData("mon1 started; tue1 next thu1; tue2 moved", 3)]
    [InlineData("mon1 started; tue1 next mon2; fri1 moved", 1)]
    [InlineData("mon1 started; wed1 park until mon9; mon5 won", 0)]
    [InlineData("mon1 started; wed1 park until mon9; fri9 won", 4)]
    [InlineData("mon1 started; mon2 put off; tue2 lost", 0)]
    public void The_longest_silence_is_the_longest_that_progress_or_the_win_ended(string story, int longest) =>
        Assert.Equal(longest, Story.Of(story).Deal.Course.LongestSilence);

    [Theory]
    [InlineData("mon1 started; tue1 moved", "Touched")]
    [InlineData("mon1 started; tue1 next wed1; wed1 next thu1", "NextPlanned, NextPlanned moved")]
    [InlineData("mon1 started; tue1 next wed1; mon2 look", "NextPlanned, NextLapsed")]
    [InlineData("mon1 started; tue1 next wed1; mon2 next tue2", "NextPlanned, NextLapsed, NextPlanned")]
    [InlineData("mon1 started; tue1 ask on wed1; wed1 ask on thu1; mon2 look", "AskDaySet, AskDaySet moved, AskDayMissed")]
    [InlineData("mon1 started; tue1 park until wed1; thu1 park until fri1; mon2 look", "WasParked, Returned, WasParked put-off, Returned")]
    [InlineData("mon1 started; tue1 lost; wed1 reopen; thu1 won; fri1 reopen", "WasLost, Reopened, Won, Reopened")]
    [InlineData("mon1 started; tue1 not now fri1; tue1 given", "SetAside, Given")]
    public void The_history_says_what_happened_and_whether_it_was_a_put_off(string story, string history) =>
        Assert.Equal(history, string.Join(", ", Story.Of(story).History.Select(Word)));

    [Theory]
    [InlineData("mon1 started; mon1 next wed1; mon1 ask on tue1; fri9 look", "AskDayMissed, NextLapsed")]
    [InlineData("mon1 started; mon1 next tue1; mon1 ask on wed1; fri9 look", "NextLapsed, AskDayMissed")]
    [InlineData("mon1 started; mon1 next tue1; mon1 ask on tue1; fri9 look", "NextLapsed, AskDayMissed")]
    public void Several_lapses_are_told_in_the_order_of_their_days(string story, string lapses)
    {
        var told = Story.Of(story);
        Assert.Equal(lapses, string.Join(", ", told.History.Skip(2).Select(Word)));
        Assert.Equal(2, told.Deal.Course.PutOffs);
    }

    [Fact]
    public void Coming_back_late_from_parking_counts_from_the_day_it_was_due_back()
    {
        var told = Story.Of("mon1 started; tue1 park until mon2; fri3 look");
        Assert.Equal(Story.Day("mon2"), told.Deal.Course.SilentSince);
        Assert.Equal(new Happening.Returned(Story.Day("mon2")), told.History[^1]);
        Assert.Null(told.Deal.ParkedUntil);
    }

    [Fact]
    public void A_step_remembers_the_end_of_its_pause_and_a_limit_changed_later_does_not_move_it()
    {
        var next = Story.Of("mon1 started; mon1 next fri9").Deal.Course.Next!;
        Assert.Equal((Story.Day("fri9"), Story.Day("mon1"), Story.Day("mon3")), (next.Due, next.PlannedOn, next.PausesUntil));
    }

    [Fact]
    public void Steps_moved_one_after_the_other_are_one_pause()
    {
        var pauses = Story.Of("mon1 started; mon1 next tue1; tue1 next wed1; wed1 next thu1; thu1 put off").Deal.Course.Pauses;
        Assert.Equal([new Pause(Story.Day("tue1"), Story.Day("thu1"))], pauses);
    }

    [Theory]
    [InlineData("mon1 started; mon1 not now tue1", 1)]
    [InlineData("mon1 started; mon1 not now tue1; wed1 not now thu1", 2)]
    [InlineData("mon1 started; mon1 not now tue1; wed1 moved; thu1 not now fri1", 1)]
    public void Not_now_is_counted_since_the_last_progress(string story, int times) =>
        Assert.Equal(times, Story.Of(story).Deal.Course.NotNow!.Times);

    [Fact]
    public void A_loss_keeps_where_it_was_parked_so_that_it_can_be_taken_back()
    {
        var lost = Story.Of("mon1 started; tue1 park until fri1; wed1 lost").Deal;
        Assert.Equal((DealState.Lost, Story.Day("fri1")), (lost.State, lost.ParkedUntil));
        Assert.Equal("No need", lost.Lost!.Reason);
    }

    [Theory]
    [InlineData("mon1 started; tue1 lost; wed1 reopen")]
    [InlineData("mon1 started; tue1 won; wed1 reopen")]
    [InlineData("mon1 started; tue1 park until fri9; wed1 reopen")]
    [InlineData("mon1 started; tue1 park until fri9; tue1 lost; wed1 reopen")]
    public void A_reopened_deal_is_open_and_nothing_else(string story)
    {
        var deal = Story.Of(story).Deal;
        Assert.Equal((DealState.Open, null, null, null), (deal.State, deal.ParkedUntil, deal.Lost, deal.WonAt));
        Assert.Equal(Story.Day("wed1"), deal.Course.SilentSince);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void Parks_for_want_of_points_are_counted_apart(bool shortOfPursue, int shortParks) =>
        Assert.Equal(shortParks, Living.Park(Story.Of("mon1 started").Deal, Story.Day("fri1"), Story.Noon(Story.Day("mon1")), shortOfPursue).Deal.ShortParks);

    [Fact]
    public void What_LeadBot_parked_says_so()
    {
        var parked = Living.Park(Story.Of("mon1 started").Deal, Story.Day("fri1"), Story.Noon(Story.Day("mon1")), byClock: true);
        Assert.Equal([new Happening.WasParked(Story.Day("fri1"), PutOff: false, ByClock: true)], parked.What);
    }

    [Fact]
    public void Stage_name_owner_and_value_change_alone()
    {
        var deal = Story.Of("mon1 started").Deal;
        var changed = Living.SetValue(Living.Give(Living.Rename(Living.SetStage(deal, "proposal").Deal, "Acme North").Deal, new PersonId("q")).Deal, 5000).Deal;
        Assert.Equal(deal with { Stage = "proposal", Name = "Acme North", Owner = new PersonId("q"), Value = 5000 }, changed);
        Assert.Equal([new Happening.StageSet("proposal", null)], Living.SetStage(changed, null).What);
        Assert.Equal([new Happening.ValueSet(5000, null)], Living.SetValue(changed, null).What);
        Assert.Equal([new Happening.Renamed("Acme North", "Acme")], Living.Rename(changed, "Acme").What);
        Assert.Equal([new Happening.Given(new PersonId("q"), new PersonId("p"))], Living.Give(changed, new PersonId("p")).What);
    }

    [Theory]
    [InlineData("mon1 started; tue1 look")]
    [InlineData("mon1 started; tue1 next fri1; mon2 look")]
    [InlineData("mon1 started; tue1 park until fri1; thu1 look")]
    [InlineData("mon1 started; tue1 next fri1; tue1 won; fri9 look")]
    [InlineData("mon1 started; tue1 ask on fri1; tue1 lost; fri9 look")]
    public void There_is_nothing_to_settle_before_its_day_nor_once_it_is_closed(string story)
    {
        var told = Story.Of(story);
        Assert.Null(Living.Settle(told.Deal, Story.Noon(told.Today), told.Today, told.Calendar, Story.Rules));
    }

    [Theory]
    [InlineData("tue1", VerdictKind.AskFirst, "thu1")]
    [InlineData("thu1", VerdictKind.AskFirst, null)]
    [InlineData("fri1", VerdictKind.AskFirst, null)]
    [InlineData("tue1", VerdictKind.Pursue, null)]
    [InlineData("fri1", VerdictKind.WalkAway, null)]
    public void A_verdict_ends_the_wait_for_the_ask_day_once_it_was_asked_or_nothing_is_left_to_ask(string judgedOn, VerdictKind verdict, string? askOn)
    {
        var terms = new Terms(Story.Day("mon1"), 0.3, 0, 50, 0, 0, null);
        var asking = Story.Of("mon1 started; mon1 ask on thu1").Deal with
        {
            Qualification = new DealQualification(new("hash"), new("lose-fast"), terms, Story.Noon(Story.Day("mon1")), [], VerdictKind.AskFirst),
        };
        var judged = Living.Judge(asking, verdict, Story.Day(judgedOn));
        Assert.Equal(askOn, judged.Deal.Course.AskOn is { } on ? Story.Word(on) : null);
        Assert.Equal(verdict, judged.Deal.Qualification!.Verdict);
        Assert.Equal([new Happening.Judged(verdict)], judged.What);
    }

    [Theory]
    [InlineData(false, 3.5)]
    [InlineData(true, 2.5)]
    public void Hours_said_afterwards_belong_to_their_touch(bool progress, double sinceProgress)
    {
        var deal = Story.Of("mon1 started; tue1 put off; wed1 put off; wed1 no contact").Deal;
        var added = Living.AddHours(deal, 1, progress);
        Assert.Equal((3.5m, (decimal)sinceProgress), (added.Deal.Course.HoursSunk, added.Deal.Course.HoursSinceProgress));
        Assert.Equal([new Happening.HoursAdded(1)], added.What);
    }

    private static string Word(Happening happening) => happening switch
    {
        Happening.NextPlanned { Moved: true } => "NextPlanned moved",
        Happening.AskDaySet { Moved: true } => "AskDaySet moved",
        Happening.WasParked { PutOff: true } => "WasParked put-off",
        _ => happening.GetType().Name,
    };
}
