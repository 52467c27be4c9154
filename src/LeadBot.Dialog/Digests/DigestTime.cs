using LeadBot.Dialog.Conversations;
using LeadBot.Domain.Staleness;

namespace LeadBot.Dialog.Digests;

/// <summary>When a person may be sent a digest.</summary>
public static class DigestTime
{
    /// <summary>After so many unpressed digests they come weekly. Every digest counts that was sent, since none is while they are away.</summary>
    public const int WeeklyAfter = 5;

    /// <summary>Nobody's next digest is further off, in days.</summary>
    private const int Furthest = 800;

    /// <summary>
    /// The next time the clock shows their digest's time on one of their days, strictly after <paramref name="after"/>:
    /// not on a holiday, in an absence, or before a mute ends, and never on the day of the last digest, neither by the zone
    /// it was sent in nor by theirs now. Where that time does not exist on a day, the first that does; where it comes
    /// twice, the first. After <see cref="WeeklyAfter"/> unpressed digests only the first of their days in a week. Null:
    /// none within 800 days.
    /// </summary>
    public static DateTimeOffset? NextAt(Person person, Workspace workspace, HolidayShelf holidays, DateTimeOffset after, LastDigest? last, int unpressed)
    {
        var calendar = holidays.For(workspace, person);
        var today = person.Today(after);
        for (var days = 0; days <= Furthest; days++)
        {
            var at = FirstShowing(person.Zone, today.AddDays(days).ToDateTime(person.Digest.At));
            if (at > after && MayCome(person, calendar, at, last, unpressed))
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>A digest may be sent now: within their hours, on one of their days, the first of that day.</summary>
    public static bool MayCome(Person person, WorkCalendar calendar, DateTimeOffset now, LastDigest? last, int unpressed)
    {
        var local = TimeZoneInfo.ConvertTime(now, person.Zone);
        var (day, time) = (DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime));
        var quiet = person.Digest.QuietFrom > person.Digest.At ? person.Digest.QuietFrom : TimeOnly.MaxValue;
        return time >= person.Digest.At && time < quiet
            && IsTheirs(person, calendar, day)
            && (unpressed < WeeklyAfter || IsFirstOfWeek(person, calendar, day))
            && (last is null || IsLater(person, now, day, last));
    }

    /// <summary>Monday, or where it is not one of their days the next that is: the day on which what is unchanged may be repeated.</summary>
    public static bool IsFirstOfWeek(Person person, WorkCalendar calendar, DateOnly day)
    {
        for (var before = day; before.DayOfWeek != DayOfWeek.Monday;)
        {
            before = before.AddDays(-1);
            if (IsTheirs(person, calendar, before))
            {
                return false;
            }
        }

        return IsTheirs(person, calendar, day);
    }

    /// <summary>When a day begins in a zone, UTC.</summary>
    internal static DateTimeOffset Beginning(TimeZoneInfo zone, DateOnly day) => FirstShowing(zone, day.ToDateTime(TimeOnly.MinValue));

    private static bool IsTheirs(Person person, WorkCalendar calendar, DateOnly day) =>
        calendar.IsWorkingDay(day) && !(day < person.Digest.MutedUntil) && person.Digest.MutedUntil != DateOnly.MaxValue;

    private static bool IsLater(Person person, DateTimeOffset now, DateOnly day, LastDigest last)
    {
        var then = person with { TimeZone = last.Zone };
        return then.Today(now) > then.Today(last.At) && day > then.Today(last.At) && day > person.Today(last.At);
    }

    /// <summary>The first instant at which the zone's clocks show that time, or the first later one that they show at all.</summary>
    internal static DateTimeOffset FirstShowing(TimeZoneInfo zone, DateTime local)
    {
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
