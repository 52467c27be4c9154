using LeadBot.Domain.Deals;

namespace LeadBot.Domain.Staleness;

/// <summary>How long a deal has been silent, and what that makes of it. Days are the owner's own; the deal is settled (<see cref="Living.Settle"/>) for the day it is asked about.</summary>
public static class Silence
{
    /// <summary>How an open deal stands on <paramref name="today"/>.</summary>
    public static Standing Of(Deal deal, DateOnly today, WorkCalendar calendar, SilenceRules rules)
    {
        var course = deal.Course;
        var silence = Days(course, today, calendar);
        var health =
            course.PutOffs >= rules.StrungAlongAt ? Health.StrungAlong
            : silence > rules.Limit ? Health.Stale
            : silence * 2 >= rules.Limit ? Health.Cooling
            : Health.Fresh;
        DateOnly? paused = course.Next is { } next && LastFreeDay(next, calendar) is var last && last >= today ? last : null;
        return new Standing(health, silence, rules.Limit, course.PutOffs, paused);
    }

    /// <summary>
    /// The next day on which there could be something new to say about it: it returns from parking, becomes stale, its
    /// step lapses, its ask-day comes or passes, "not now" ends. Null: never, as it stands.
    /// </summary>
    public static DateOnly? NextChange(Deal deal, DateOnly today, WorkCalendar calendar, SilenceRules rules)
    {
        if (deal.State == DealState.Parked)
        {
            return deal.ParkedUntil > today ? deal.ParkedUntil : today.AddDays(1);
        }

        if (deal.State != DealState.Open)
        {
            return null;
        }

        var course = deal.Course;
        var soonest = DateOnly.MaxValue;
        void Or(DateOnly? day) => soonest = day > today && day < soonest ? day.Value : soonest;

        Or(Stale(course, today, calendar, rules));
        Or(course.Next is { } next ? LapsesOn(next.Due, calendar) : null);
        Or(course.AskOn);
        Or(course.AskOn is { } ask ? LapsesOn(ask, calendar) : null);
        Or(course.NotNow?.Until);
        return soonest == DateOnly.MaxValue ? null : soonest;
    }

    /// <summary>Working days since the last progress, pauses left out.</summary>
    internal static int Days(Course course, DateOnly today, WorkCalendar calendar)
    {
        var days = calendar.WorkingDays(course.SilentSince, today, course.Pauses);
        if (course.Next is { } next)
        {
            var (from, until) = (Later(next.PlannedOn, course.SilentSince), LastFreeDay(next, calendar));
            days -= calendar.WorkingDays(from, until < today ? until : today);
        }

        return days;
    }

    /// <summary>The last day a planned step keeps from counting: the working day after its pause, on which to log what came of it.</summary>
    internal static DateOnly LastFreeDay(NextStep next, WorkCalendar calendar) => calendar.Add(next.PausesUntil, 1);

    /// <summary>The day from which something due on <paramref name="due"/> has lapsed: there was one working day after it to log.</summary>
    internal static DateOnly LapsesOn(DateOnly due, WorkCalendar calendar) =>
        calendar.Add(due, 1) is var last && last < DateOnly.MaxValue ? last.AddDays(1) : last;

    /// <summary>The first day on which it will be stale if nothing happens; null when it is already.</summary>
    private static DateOnly? Stale(Course course, DateOnly today, WorkCalendar calendar, SilenceRules rules)
    {
        var left = rules.Limit + 1 - Days(course, today, calendar);
        var counts = course.Next is { } next ? Later(today, LastFreeDay(next, calendar)) : today;
        return left <= 0 ? null : calendar.Add(counts, left);
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
