namespace LeadBot.Domain.Staleness;

/// <summary>Which days somebody works. Days are their own.</summary>
/// <param name="Days">Of the week; at least one.</param>
public sealed record WorkCalendar(IReadOnlySet<DayOfWeek> Days, IReadOnlySet<DateOnly> Holidays, IReadOnlyList<Absence> Absences)
{
    /// <summary>Monday to Friday, without holidays.</summary>
    public static readonly WorkCalendar MondayToFriday = new(
        new HashSet<DayOfWeek> { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday }, new HashSet<DateOnly>(), []);

    /// <summary>True unless it is a free day of the week, a holiday, or within an absence.</summary>
    public bool IsWorkingDay(DateOnly day) => Days.Contains(day.DayOfWeek) && !Holidays.Contains(day) && !Absences.Any(a => a.From <= day && day <= a.Until);
}

/// <summary>Days on which somebody is away, both included.</summary>
/// <param name="Cover">The colleague who looks after their deals meanwhile; null: nobody.</param>
public sealed record Absence(DateOnly From, DateOnly Until, PersonId? Cover = null);
