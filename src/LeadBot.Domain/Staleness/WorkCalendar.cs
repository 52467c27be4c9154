using LeadBot.Domain.Deals;

namespace LeadBot.Domain.Staleness;

/// <summary>Which days somebody works. Days are their own. Counting costs the same over ten days as over ten years.</summary>
/// <param name="days">Of the week; at least one.</param>
/// <param name="holidays">Free days, in any number.</param>
/// <param name="absences">In any order; they may overlap.</param>
public sealed class WorkCalendar(IReadOnlySet<DayOfWeek> days, IReadOnlySet<DateOnly> holidays, IReadOnlyList<Absence> absences)
{
    /// <summary>Monday to Friday, without holidays.</summary>
    public static readonly WorkCalendar MondayToFriday = new(
        new HashSet<DayOfWeek> { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday }, new HashSet<DateOnly>(), []);

    private FreeDays? free;

    /// <summary>Of the week; at least one.</summary>
    public IReadOnlySet<DayOfWeek> Days => days;

    public IReadOnlySet<DateOnly> Holidays => holidays;

    public IReadOnlyList<Absence> Absences => absences;

    /// <summary>Worked out on first use: most calendars are only asked about a day.</summary>
    private FreeDays Free => free ??= new FreeDays(this);

    /// <summary>True unless it is a free day of the week, a holiday, or within an absence.</summary>
    public bool IsWorkingDay(DateOnly day) => days.Contains(day.DayOfWeek) && !holidays.Contains(day) && !IsAway(day);

    /// <summary>Within an absence.</summary>
    public bool IsAway(DateOnly day)
    {
        for (var i = 0; i < absences.Count; i++)
        {
            if (absences[i].From <= day && day <= absences[i].Until)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many working days there are after <paramref name="after"/> up to <paramref name="through"/>, which counts; 0 when that is no later.</summary>
    public int WorkingDays(DateOnly after, DateOnly through) => Free.Between(after.DayNumber, through.DayNumber);

    /// <summary><see cref="WorkingDays(DateOnly, DateOnly)"/> without the days of some pauses.</summary>
    /// <param name="except">In the order of their first days.</param>
    public int WorkingDays(DateOnly after, DateOnly through, IReadOnlyList<Pause> except)
    {
        var counted = Free.Between(after.DayNumber, through.DayNumber);
        var from = after.DayNumber;
        for (var i = 0; i < except.Count && from < through.DayNumber; i++)
        {
            from = Math.Max(from, except[i].From.DayNumber - 1);
            var until = Math.Min(through.DayNumber, except[i].Until.DayNumber);
            counted -= Free.Between(from, until);
            from = Math.Max(from, until);
        }

        return counted;
    }

    /// <summary>The working day that comes <paramref name="workingDays"/> after <paramref name="from"/>; <paramref name="from"/> itself for none, <see cref="DateOnly.MaxValue"/> when there is no such day.</summary>
    /// <param name="workingDays">At least 0.</param>
    public DateOnly Add(DateOnly from, int workingDays)
    {
        if (workingDays <= 0)
        {
            return from;
        }

        var before = from.DayNumber;
        long reach = workingDays;
        while (Math.Min(before + reach, DateOnly.MaxValue.DayNumber) is var at && Free.Between(from.DayNumber, (int)at) < workingDays)
        {
            if (at == DateOnly.MaxValue.DayNumber)
            {
                return DateOnly.MaxValue;
            }

            (before, reach) = ((int)at, reach * 2);
        }

        var last = (int)Math.Min(before + reach, DateOnly.MaxValue.DayNumber);
        while (last - before > 1)
        {
            var middle = before + ((last - before) / 2);
            (before, last) = Free.Between(from.DayNumber, middle) < workingDays ? (middle, last) : (before, middle);
        }

        return DateOnly.FromDayNumber(last);
    }
}

/// <summary>Days on which somebody is away, both included.</summary>
/// <param name="Cover">The colleague who looks after their deals meanwhile; null: nobody.</param>
public sealed record Absence(DateOnly From, DateOnly Until, PersonId? Cover = null);
