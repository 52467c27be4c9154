namespace LeadBot.Domain.Staleness;

/// <summary>How often a digest repeats itself. Days are the owner's own.</summary>
public static class ListingGaps
{
    /// <summary>
    /// The first day on which a deal that was listed may be listed again. One that changed since is news at once; one that
    /// did not comes back on a Monday (in a week with Monday free, on the first working day) once its gap has passed.
    /// </summary>
    /// <param name="listedOn">The day it was listed last.</param>
    /// <param name="times">How often in a row it was listed unchanged, from 1.</param>
    /// <param name="changed">Its state changed or a touch was logged since.</param>
    public static DateOnly FirstDayAgain(DateOnly listedOn, int times, bool changed, WorkCalendar calendar)
    {
        if (changed)
        {
            return listedOn.AddDays(1);
        }

        return FirstOfWeek(listedOn.AddDays(Days(times)), calendar);
    }

    /// <summary>The first working day of a week that is no earlier than <paramref name="earliest"/>.</summary>
    public static DateOnly FirstOfWeek(DateOnly earliest, WorkCalendar calendar)
    {
        var sunday = earliest.AddDays(-1 - (((int)earliest.DayOfWeek + 6) % 7));
        var thisWeek = calendar.Add(sunday, 1);
        return thisWeek >= earliest ? thisWeek : calendar.Add(sunday.AddDays(7), 1);
    }

    /// <summary>The gap after a deal was listed that many times in a row unchanged: 3, 6, then 12 days.</summary>
    public static int Days(int times) => times switch { <= 1 => 3, 2 => 6, _ => 12 };
}
