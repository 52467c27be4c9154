namespace LeadBot.Domain.Staleness;

/// <summary>A calendar's free days, sorted so that a stretch of days is counted without walking it. Days are <see cref="DateOnly.DayNumber"/>s.</summary>
internal sealed class FreeDays
{
    /// <summary>Working days of the week among the first n days of a week; day number 0 is a Monday.</summary>
    private readonly int[] ofWeek = new int[8];

    /// <summary>Holidays that would be worked otherwise, in order.</summary>
    private readonly int[] holidays;

    /// <summary>In order, neither overlapping nor touching; each from the day before its first.</summary>
    private readonly (int Before, int Until)[] absences;

    public FreeDays(WorkCalendar calendar)
    {
        for (var day = 0; day < 7; day++)
        {
            ofWeek[day + 1] = ofWeek[day] + (calendar.Days.Contains(DateOnly.FromDayNumber(day).DayOfWeek) ? 1 : 0);
        }

        holidays = [.. calendar.Holidays.Where(d => calendar.Days.Contains(d.DayOfWeek) && !calendar.IsAway(d)).Select(d => d.DayNumber).Order()];
        absences = Merged(calendar.Absences);
    }

    /// <summary>Working days after <paramref name="after"/> up to <paramref name="through"/>.</summary>
    public int Between(int after, int through)
    {
        if (through <= after)
        {
            return 0;
        }

        var counted = OfWeek(after, through) - (UpTo(through) - UpTo(after));
        foreach (var (before, until) in absences)
        {
            counted -= OfWeek(Math.Max(before, after), Math.Min(until, through));
        }

        return counted;
    }

    private int OfWeek(int after, int through) => through <= after ? 0 : OfWeek(through) - OfWeek(after);

    private int OfWeek(int through) => ((through + 1) / 7 * ofWeek[7]) + ofWeek[(through + 1) % 7];

    /// <summary>How many of the holidays are no later than that day.</summary>
    private int UpTo(int day)
    {
        var at = Array.BinarySearch(holidays, day);
        return at < 0 ? ~at : at + 1;
    }

    private static (int Before, int Until)[] Merged(IReadOnlyList<Absence> absences)
    {
        List<(int Before, int Until)> merged = [];
        foreach (var (before, until) in absences.Where(a => a.From <= a.Until).Select(a => (a.From.DayNumber - 1, a.Until.DayNumber)).Order())
        {
            if (merged.Count > 0 && before <= merged[^1].Until)
            {
                merged[^1] = (merged[^1].Before, Math.Max(merged[^1].Until, until));
            }
            else
            {
                merged.Add((before, until));
            }
        }

        return [.. merged];
    }
}
