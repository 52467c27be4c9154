using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace LeadBot.Host.Holidays;

/// <summary>Reads the days off in an iCalendar file: its all-day events, those that recur written out.</summary>
public static class HolidayFile
{
    /// <summary>More than this no holiday calendar needs; far more would only keep a reader busy.</summary>
    private const int LargestBytes = 4 << 20;

    private const int MostEvents = 100_000;

    /// <summary>The longest event that counts, in days.</summary>
    private const int Longest = 60;

    /// <summary>The days, or one sentence why there are none.</summary>
    /// <param name="from">Nothing before this day is looked at.</param>
    /// <param name="until">Nor after this one.</param>
    public static (IReadOnlySet<DateOnly>? Days, string? Fault) Read(string path, DateOnly from, DateOnly until)
    {
        try
        {
            if (new FileInfo(path).Length > LargestBytes)
            {
                return (null, "It is larger than 4 MB, which no holiday calendar needs.");
            }

            var calendar = Calendar.Load(File.ReadAllText(path));
            if (calendar is null)
            {
                return (null, "It holds no calendar: an iCalendar file begins with BEGIN:VCALENDAR.");
            }

            var days = Days(calendar, from, until);
            return days.Count > 0 ? (days, null) : (null, $"It has no all-day event between {from.Year} and {until.Year}, so no day in it would count: get a newer one.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return (null, unreadable.Message);
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // The reader throws whatever the text made it trip over; it works on nothing but the text.
            return (null, $"It is no iCalendar file that can be read ({broken.Message.TrimEnd('.')}).");
        }
    }

    private static HashSet<DateOnly> Days(Calendar calendar, DateOnly from, DateOnly until)
    {
        var days = new HashSet<DateOnly>();
        var occurrences = calendar.GetOccurrences<CalendarEvent>(new CalDateTime(from.AddDays(-Longest)))
            .TakeWhile(occurrence => occurrence.Period.StartTime.Date <= until)
            .Take(MostEvents);
        foreach (var occurrence in occurrences.Where(occurrence => occurrence.Source is CalendarEvent { IsAllDay: true }))
        {
            var first = occurrence.Period.StartTime.Date;
            // The end is the day after the last; without one it is a single day.
            var after = occurrence.Period.EffectiveEndTime?.Date ?? first.AddDays(1);
            for (var day = first; day < after || day == first; day = day.AddDays(1))
            {
                if (day >= from && day <= until)
                {
                    days.Add(day);
                }
            }
        }

        return days;
    }
}
