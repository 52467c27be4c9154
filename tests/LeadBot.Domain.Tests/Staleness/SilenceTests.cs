using LeadBot.Domain.Deals;
using LeadBot.Domain.Staleness;
using LeadBot.Domain.Tests.Deals;

namespace LeadBot.Domain.Tests.Staleness;

/// <summary>What silence is and what it makes of a deal; each row reads like the rule. Stale past 10 working days, strung along at three put-offs.</summary>
public sealed class SilenceTests
{
    [Theory]
    [InlineData("mon1 started; mon1 look", "0 silent, 0 put-off, Fresh")]
    [InlineData("mon1 started; tue1 look", "1 silent, 0 put-off, Fresh")]
    [InlineData("mon1 started; fri1 look", "4 silent, 0 put-off, Fresh")]
    [InlineData("mon1 started; mon2 look", "5 silent, 0 put-off, Cooling")]
    [InlineData("mon1 started; mon3 look", "10 silent, 0 put-off, Cooling")]
    [InlineData("mon1 started; tue3 look", "11 silent, 0 put-off, Stale")]
    public void A_deal_cools_at_half_the_limit_and_is_stale_past_it(string story, string stands) => Reads(story, stands);

    [Theory]
    [InlineData(1, 0, Health.Fresh)]
    [InlineData(1, 1, Health.Cooling)]
    [InlineData(1, 2, Health.Stale)]
    [InlineData(5, 2, Health.Fresh)]
    [InlineData(5, 3, Health.Cooling)]
    [InlineData(5, 6, Health.Stale)]
    public void Half_of_an_odd_limit_is_reached_by_the_day_after(int limit, int silence, Health health)
    {
        var deal = Story.Of("mon1 started").Deal;
        var today = WorkCalendar.MondayToFriday.Add(Story.Day("mon1"), silence);
        Assert.Equal(health, Silence.Of(deal, today, WorkCalendar.MondayToFriday, new SilenceRules(limit, 3)).Health);
    }

    [Theory]
    [InlineData("mon1 started; tue1 put off; wed1 put off; wed1 look", "2 silent, 2 put-off, Fresh")]
    [InlineData("mon1 started; tue1 put off; wed1 put off; thu1 put off; thu1 look", "3 silent, 3 put-off, StrungAlong")]
    [InlineData("mon1 started; tue1 put off; wed1 put off; thu1 put off; fri4 look", "19 silent, 3 put-off, StrungAlong")]
    [InlineData("mon1 started; tue1 put off; wed1 put off; thu1 put off; fri1 moved; fri1 look", "0 silent, 0 put-off, Fresh")]
    public void Three_put_offs_since_the_last_progress_are_being_strung_along_however_short_the_silence(string story, string stands) => Reads(story, stands);

    [Theory]
    [InlineData("mon1 started; mon2 put off; mon2 look", "5 silent, 1 put-off, Cooling")]
    [InlineData("mon1 started; mon2 no contact; mon2 look", "5 silent, 0 put-off, Cooling")]
    [InlineData("mon1 started; mon2 no contact; mon3 put off; tue3 look", "11 silent, 1 put-off, Stale")]
    [InlineData("mon1 started; mon2 moved; mon2 look", "0 silent, 0 put-off, Fresh")]
    [InlineData("mon1 started; mon2 moved; wed2 look", "2 silent, 0 put-off, Fresh")]
    public void Progress_ends_the_silence_and_a_put_off_or_no_contact_does_not(string story, string stands) => Reads(story, stands);

    [Theory]
    [InlineData("mon1 started; sun1 look", "4 silent, 0 put-off, Fresh")]
    [InlineData("wed1 is free; mon1 started; fri1 look", "3 silent, 0 put-off, Fresh")]
    [InlineData("sat1 is free; mon1 started; mon2 look", "5 silent, 0 put-off, Cooling")]
    [InlineData("tue1 away until mon2; mon1 started; mon2 look", "0 silent, 0 put-off, Fresh")]
    [InlineData("tue1 away until mon2; wed1 is free; mon1 started; tue2 look", "1 silent, 0 put-off, Fresh")]
    [InlineData("tue1 away until wed1; wed1 away until thu1; mon1 started; fri1 look", "1 silent, 0 put-off, Fresh")]
    public void Only_the_reps_working_days_count(string story, string stands) => Reads(story, stands);

    [Theory]
    [InlineData("mon1 started; tue1 next fri1; thu1 look", "1 silent, 0 put-off, Fresh, paused until mon2")]
    [InlineData("mon1 started; tue1 next fri1; mon2 look", "1 silent, 0 put-off, Fresh, paused until mon2")]
    [InlineData("mon1 started; tue1 next fri1; sat1 look", "1 silent, 0 put-off, Fresh, paused until mon2")]
    [InlineData("mon1 started; tue1 next tue1; wed1 look", "1 silent, 0 put-off, Fresh, paused until wed1")]
    [InlineData("mon2 is free; mon1 started; tue1 next fri1; mon2 look", "1 silent, 0 put-off, Fresh, paused until tue2")]
    [InlineData("mon2 away until wed2; mon1 started; tue1 next fri1; mon2 look", "1 silent, 0 put-off, Fresh, paused until thu2")]
    public void A_planned_step_pauses_the_clock_until_it_is_due_and_one_working_day_to_log(string story, string stands) => Reads(story, stands);

    [Theory]
    [InlineData("mon1 started; mon1 next fri9; mon3 look", "0 silent, 0 put-off, Fresh, paused until tue3")]
    [InlineData("mon1 started; mon1 next fri9; wed3 look", "1 silent, 0 put-off, Fresh")]
    [InlineData("mon1 started; mon1 next fri9; tue5 look", "10 silent, 0 put-off, Cooling")]
    [InlineData("mon1 started; mon1 next fri9; wed5 look", "11 silent, 0 put-off, Stale")]
    public void A_step_far_off_pauses_the_clock_for_one_limit_only(string story, string stands) => Reads(story, stands);

    [Theory]
    [InlineData("mon1 started; fri1 next tue2; wed2 look", "4 silent, 0 put-off, Fresh, paused until wed2")]
    [InlineData("mon1 started; fri1 next tue2; thu2 look", "5 silent, 1 put-off, Cooling")]
    [InlineData("mon1 started; fri1 next tue2; tue2 moved; thu2 look", "2 silent, 0 put-off, Fresh")]
    [InlineData("mon1 started; fri1 next tue2; wed2 moved; thu2 look", "1 silent, 0 put-off, Fresh")]
    [InlineData("mon1 started; fri1 next tue2; mon2 moved; thu4 look", "13 silent, 0 put-off, Stale")]
    public void A_step_that_lapses_without_progress_is_a_put_off_after_the_day_of_grace(string story, string stands) => Reads(story, stands);

    [Theory]
    [InlineData("mon1 started; tue1 next thu1; thu1 next tue2; thu1 look", "1 silent, 1 put-off, Fresh, paused until wed2")]
    [InlineData("mon1 started; tue1 next thu1; fri1 next tue2; tue2 look", "1 silent, 1 put-off, Fresh, paused until wed2")]
    [InlineData("mon1 started; tue1 next thu1; thu1 next tue2; tue2 next fri2; fri2 next mon3; mon3 look", "1 silent, 3 put-off, StrungAlong, paused until tue3")]
    [InlineData("mon1 started; tue1 next thu1; mon2 next fri2; fri2 look", "2 silent, 1 put-off, Fresh, paused until mon3")]
    public void A_step_that_is_moved_is_a_put_off_each_time(string story, string stands) => Reads(story, stands);

    [Theory]
    [InlineData("mon1 started; tue1 next thu1; thu1 put off; fri3 look", "12 silent, 1 put-off, Stale")]
    [InlineData("mon1 started; tue1 next thu1; fri1 put off; fri3 look", "11 silent, 1 put-off, Stale")]
    [InlineData("mon1 started; tue1 next thu1; fri1 put off; fri1 next tue2; tue2 look", "1 silent, 1 put-off, Fresh, paused until wed2")]
    [InlineData("mon1 started; tue1 next thu1; thu1 no contact; fri3 look", "11 silent, 1 put-off, Stale")]
    [InlineData("mon1 started; tue1 next thu1; fri1 no contact; fri1 next tue2; tue2 look", "1 silent, 1 put-off, Fresh, paused until wed2")]
    [InlineData("mon1 started; tue1 next thu1; wed1 put off; fri3 look", "11 silent, 2 put-off, Stale")]
    public void What_was_logged_about_a_step_that_was_due_is_not_counted_twice(string story, string stands) => Reads(story, stands);

    [Theory]
    [InlineData("mon1 started; tue1 put off; fri1 park until wed3; tue3 look", "Parked, 1 put-off")]
    [InlineData("mon1 started; tue1 put off; fri1 park until wed3; wed3 look", "0 silent, 1 put-off, Fresh")]
    [InlineData("mon1 started; tue1 put off; fri1 park until wed3; fri3 look", "2 silent, 1 put-off, Fresh")]
    [InlineData("mon1 started; tue1 put off; fri1 park until sat3; mon4 look", "1 silent, 1 put-off, Fresh")]
    public void A_parked_deal_that_returns_starts_its_clock_anew_and_keeps_its_put_offs(string story, string stands) => Reads(story, stands);

    [Theory]
    [InlineData("mon1 started; fri1 park until wed2; wed2 look", "0 silent, 0 put-off, Fresh")]
    [InlineData("mon1 started; fri1 park until wed2; thu2 park until wed3; wed3 look", "0 silent, 1 put-off, Fresh")]
    [InlineData("mon1 started; fri1 park until wed2; mon2 park until wed3; wed3 look", "0 silent, 1 put-off, Fresh")]
    [InlineData("mon1 started; fri1 park until wed2; thu2 park until wed3; thu3 park until wed4; thu4 park until wed5; wed5 look", "0 silent, 3 put-off, StrungAlong")]
    [InlineData("mon1 started; fri1 park until wed2; thu2 moved; fri2 park until wed3; wed3 look", "0 silent, 0 put-off, Fresh")]
    public void Parking_it_again_since_the_last_progress_is_a_put_off(string story, string stands) => Reads(story, stands);

    [Theory]
    [InlineData("mon1 started; tue1 next thu1; wed1 park until mon5; fri5 look", "4 silent, 0 put-off, Fresh")]
    [InlineData("mon1 started; tue1 ask on thu1; wed1 park until mon5; fri5 look", "4 silent, 0 put-off, Fresh")]
    public void Parking_drops_the_step_and_the_ask_day(string story, string stands) => Reads(story, stands);

    [Theory]
    [InlineData("mon1 started; mon1 ask on wed1; thu1 look", "3 silent, 0 put-off, Fresh")]
    [InlineData("mon1 started; mon1 ask on wed1; fri1 look", "4 silent, 1 put-off, Fresh")]
    [InlineData("mon1 started; mon1 ask on sat1; mon2 look", "5 silent, 0 put-off, Cooling")]
    [InlineData("mon1 started; mon1 ask on sat1; tue2 look", "6 silent, 1 put-off, Cooling")]
    [InlineData("mon1 started; mon1 ask on wed1; tue1 ask on thu1; thu1 look", "3 silent, 1 put-off, Fresh")]
    [InlineData("mon1 started; mon1 ask on wed1; tue1 ask on wed1; wed1 look", "2 silent, 0 put-off, Fresh")]
    public void A_missed_or_moved_ask_day_is_a_put_off(string story, string stands) => Reads(story, stands);

    [Theory]
    [InlineData("mon9 imported; mon9 look", "0 silent, 0 put-off, Fresh")]
    [InlineData("mon9 imported; mon10 look", "5 silent, 0 put-off, Cooling")]
    public void An_import_starts_the_clock_on_its_own_day(string story, string stands) => Reads(story, stands);

    [Theory]
    [InlineData("mon1 started; tue1 put off; fri1 park until mon9; mon2 reopen; tue2 look", "1 silent, 1 put-off, Fresh")]
    [InlineData("mon1 started; tue1 put off; tue1 next wed1; tue1 lost; mon5 reopen; tue5 look", "1 silent, 1 put-off, Fresh")]
    [InlineData("mon1 started; tue1 put off; tue1 won; mon5 reopen; tue5 look", "1 silent, 1 put-off, Fresh")]
    public void A_reopened_deal_starts_its_clock_anew_and_keeps_its_put_offs(string story, string stands) => Reads(story, stands);

    [Theory]
    [InlineData("mon1 started; tue1 put off; tue1 next fri1; wed1 given; thu1 look", "1 silent, 1 put-off, Fresh, paused until mon2")]
    [InlineData("mon1 started; tue1 put off; wed1 given; tue3 look", "11 silent, 1 put-off, Stale")]
    public void A_deal_given_to_somebody_keeps_everything(string story, string stands) => Reads(story, stands);

    [Theory]
    [InlineData("mon1 started; mon1 look", "tue3")]
    [InlineData("mon1 started; fri1 put off; fri1 look", "tue3")]
    [InlineData("mon1 started; tue3 look", null)]
    [InlineData("tue3 is free; mon1 started; mon1 look", "wed3")]
    [InlineData("mon1 started; mon1 next thu1; mon1 look", "sat1")]
    [InlineData("mon1 started; mon1 next fri9; mon1 look", "wed5")]
    [InlineData("mon1 started; mon1 ask on wed1; mon1 look", "wed1")]
    [InlineData("mon1 started; mon1 ask on wed1; wed1 look", "fri1")]
    [InlineData("mon1 started; fri1 park until mon9; fri1 look", "mon9")]
    [InlineData("mon1 started; tue3 not now wed3; tue3 look", "wed3")]
    [InlineData("mon1 started; tue3 lost; tue3 look", null)]
    [InlineData("mon1 started; tue3 won; tue3 look", null)]
    public void The_next_day_with_something_new_to_say_is_known(string story, string? day)
    {
        var told = Story.Of(story);
        var next = Silence.NextChange(told.Deal, told.Today, told.Calendar, Story.Rules);
        Assert.Equal(day, next is { } on ? Story.Word(on) : null);
    }

    private static void Reads(string story, string stands) => Assert.Equal(stands, Story.Of(story).ToString());
}
