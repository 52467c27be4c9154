using CsCheck;
using LeadBot.Domain.Staleness;
using LeadBot.Domain.Tests.Deals;

namespace LeadBot.Domain.Tests.Staleness;

/// <summary>When a digest may repeat itself.</summary>
public sealed class ListingGapsTests
{
    [Theory]
    [InlineData("mon1", 1, "mon2")]
    [InlineData("thu1", 1, "mon2")]
    [InlineData("fri1", 1, "mon2")]
    [InlineData("sat1", 1, "mon3")]
    [InlineData("mon1", 2, "mon2")]
    [InlineData("tue1", 2, "mon2")]
    [InlineData("wed1", 2, "mon3")]
    [InlineData("mon1", 3, "mon3")]
    [InlineData("wed1", 3, "mon3")]
    [InlineData("thu1", 3, "mon4")]
    [InlineData("mon1", 9, "mon3")]
    public void An_unchanged_deal_comes_back_on_a_Monday_after_3_6_then_12_days(string listed, int times, string again) =>
        Assert.Equal(again, Story.Word(ListingGaps.FirstDayAgain(Story.Day(listed), times, false, WorkCalendar.MondayToFriday)));

    [Theory]
    [InlineData("mon1", 1)]
    [InlineData("fri1", 7)]
    public void A_changed_deal_is_news_at_once(string listed, int times) =>
        Assert.Equal(Story.Day(listed).AddDays(1), ListingGaps.FirstDayAgain(Story.Day(listed), times, true, WorkCalendar.MondayToFriday));

    [Theory]
    [InlineData("mon2", "mon2", "tue2")]
    [InlineData("mon2", "wed2", "thu2")]
    [InlineData("mon2", "fri2", "mon3")]
    [InlineData("mon2", "mon3", "tue3")]
    public void With_Monday_free_it_comes_back_on_the_first_working_day_of_the_week(string freeFrom, string freeUntil, string again)
    {
        var calendar = new WorkCalendar(WorkCalendar.MondayToFriday.Days, new HashSet<DateOnly>(), [new Absence(Story.Day(freeFrom), Story.Day(freeUntil))]);
        Assert.Equal(again, Story.Word(ListingGaps.FirstDayAgain(Story.Day("mon1"), 1, false, calendar)));
    }

    [Fact]
    public void It_is_never_listed_unchanged_inside_its_gap_nor_later_than_it_may() =>
        Gen.Select(RandomCalendars.Calendar, RandomCalendars.Day, Gen.Int[1, 6]).Sample((calendar, listed, times) =>
        {
            var again = ListingGaps.FirstDayAgain(listed, times, false, calendar);
            Assert.Equal(FirstBySearch(calendar, listed.AddDays(ListingGaps.Days(times))), again);
        });

    private static DateOnly FirstBySearch(WorkCalendar calendar, DateOnly earliest)
    {
        var day = earliest;
        while (!calendar.IsWorkingDay(day) || WeekBefore(day).Any(calendar.IsWorkingDay))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>The days of the same week, from Monday on, before that day.</summary>
    private static IEnumerable<DateOnly> WeekBefore(DateOnly day)
    {
        for (var before = day; before.DayOfWeek != DayOfWeek.Monday;)
        {
            before = before.AddDays(-1);
            yield return before;
        }
    }
}
