using System.Globalization;
using LeadBot.Dialog.Conversations;

namespace LeadBot.Dialog.Wording;

/// <summary>How days and durations are written.</summary>
public static class Days
{
    /// <summary>"Mon 15 March 2027".</summary>
    public static string Day(DateOnly day) => day.ToString("ddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>One day as <see cref="Day"/>; a whole month "May 2027"; else "15 March to 20 April 2027".</summary>
    public static string Said(DateOnly from, DateOnly to) => (from, to) switch
    {
        _ when from == to => Day(from),
        _ when from.Day == 1 && to == from.AddMonths(1).AddDays(-1) => from.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        _ when from.Year == to.Year => $"{from.ToString("d MMMM", CultureInfo.InvariantCulture)} to {Plain(to)}",
        _ => $"{Plain(from)} to {Plain(to)}",
    };

    /// <summary>A band of days, with the day it ends so that nobody has to count: "within 120 days (by 10 Jun 2027)". At most 40 characters.</summary>
    /// <param name="after">Days from <paramref name="today"/> on which the band before it ends; null in the first.</param>
    /// <param name="within">Days from <paramref name="today"/> on which it ends; null in the last.</param>
    public static string Band(int? after, int? within, DateOnly today) => (after, within) switch
    {
        (null, null) => "any day",
        (null, { } end) => $"within {Count(end, "day")} (by {Brief(today.AddDays(end))})",
        ({ } start, null) => $"after {Brief(today.AddDays(start))}",
        ({ } start, { } end) => $"in {start + 1} to {end} days (by {Brief(today.AddDays(end))})",
    };

    /// <summary>Working time to the minute: "45 minutes", "3 hours", "1 h 45 min"; from a thousand hours on, whole ones.</summary>
    /// <param name="hours">At least 0.</param>
    public static string Duration(decimal hours, AmountLanguage language)
    {
        var whole = Math.Truncate(hours);
        var minutes = (int)Math.Round((hours - whole) * 60);
        return whole >= 1000 || minutes is 0 or 60 ? Math.Round(hours) is var rounded && rounded == 1 ? "1 hour" : $"{Money.Number(rounded, language)} hours"
            : whole == 0 ? Count(minutes, "minute")
            : string.Create(CultureInfo.InvariantCulture, $"{whole} h {minutes} min");
    }

    /// <summary>"8:30", "18:00".</summary>
    public static string Time(TimeOnly time) => time.ToString("H:mm", CultureInfo.InvariantCulture);

    /// <summary>"Mon to Thu", "Mon, Wed and Fri", "every day".</summary>
    /// <param name="days">From Monday on, each once.</param>
    public static string Weekdays(IReadOnlyList<DayOfWeek> days)
    {
        var names = days.Select(day => day.ToString()[..3]).ToList();
        var inARow = days.Count > 2 && days.Zip(days.Skip(1)).All(pair => (int)pair.Second == ((int)pair.First + 1) % 7);
        return days.Count == 7 ? "every day"
            : inARow ? $"{names[0]} to {names[^1]}"
            : days.Count == 1 ? names[0]
            : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }

    private static string Plain(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"15 Mar 2027".</summary>
    public static string Brief(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static string Count(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
