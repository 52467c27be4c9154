using CsCheck;
using LeadBot.Domain.Staleness;
using static LeadBot.Domain.Tests.Staleness.RandomCalendars;

namespace LeadBot.Domain.Tests.Staleness;

/// <summary>Counting working days without walking them.</summary>
public sealed class WorkCalendarTests
{
    [Fact]
    public void Working_days_are_those_a_walk_finds() =>
        Gen.Select(Calendar, Day, Day).Sample((calendar, after, through) =>
            calendar.WorkingDays(after, through) == Walk(after, through).Count(calendar.IsWorkingDay));

    [Fact]
    public void Paused_days_are_left_out_each_once() =>
        Gen.Select(Calendar, Day, Day, Pauses).Sample((calendar, after, through, pauses) =>
            calendar.WorkingDays(after, through, pauses)
                == Walk(after, through).Count(d => calendar.IsWorkingDay(d) && !pauses.Any(p => p.From <= d && d <= p.Until)));

    [Fact]
    public void Adding_finds_the_day_on_which_so_many_were_worked() =>
        Gen.Select(Calendar, Day, Gen.Int[1, 60]).Sample((calendar, from, days) =>
        {
            var day = calendar.Add(from, days);
            return day > from && calendar.IsWorkingDay(day) && calendar.WorkingDays(from, day) == days;
        });

    [Fact]
    public void Adding_no_days_stays_where_it_is() =>
        Assert.Equal(Start, WorkCalendar.MondayToFriday.Add(Start, 0));

    [Fact]
    public void Somebody_away_for_good_has_no_next_working_day()
    {
        var gone = new WorkCalendar(WorkCalendar.MondayToFriday.Days, new HashSet<DateOnly>(), [new Absence(Start.AddDays(3), DateOnly.MaxValue)]);
        Assert.Equal(2, gone.WorkingDays(Start, DateOnly.MaxValue));
        Assert.Equal(Start.AddDays(2), gone.Add(Start, 2));
        Assert.Equal(DateOnly.MaxValue, gone.Add(Start, 3));
    }

    [Fact]
    public void The_whole_calendar_can_be_counted() =>
        Assert.Equal(2_608_614, WorkCalendar.MondayToFriday.WorkingDays(DateOnly.MinValue, DateOnly.MaxValue));

    private static IEnumerable<DateOnly> Walk(DateOnly after, DateOnly through)
    {
        for (var day = after.AddDays(1); day <= through; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}
