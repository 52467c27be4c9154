using System.Text.RegularExpressions;
using LeadBot.Dialog.Conversations;

namespace LeadBot.Dialog.Understanding;

/// <summary>Reads days counted from today: "in 3 weeks", "within 10 days", "a couple of months", "half a year".</summary>
internal static partial class FromToday
{
    private const decimal DaysPerMonth = 30.4375m;

    /// <summary>Farther off than a century is as good as a century.</summary>
    private const decimal MostDays = 36_525m;

    public static DaySpan? Read(string lower, DateOnly today, AmountLanguage language)
    {
        if (Unit().Match(lower) is not { Success: true } unit)
        {
            return null;
        }

        var count = ComingOne().IsMatch(lower) ? "a " + unit.Value : Trail().Replace(Lead().Replace(lower, ""), "");
        var working = WorkingDays().IsMatch(count);
        var scales = Unit().Matches(count).Select(m => m.Value).Distinct().ToDictionary(word => word, _ => 1m);
        if (Unit().Matches(count).Select(m => m.Value[0]).Distinct().Count() != 1
            || Quantities.Read(WorkingDays().Replace(count, " "), scales, language) is not { } said)
        {
            return null;
        }

        // "More than 6 months" has no end; twice that is as far as it is taken.
        var to = said.To ?? 2 * said.From;
        var from = Within().IsMatch(lower) || said.Under ? 0 : said.From;
        var factor = working ? 7m / 5m : 1m;
        return new DaySpan(Add(today, unit.Value, from * factor), Add(today, unit.Value, to * factor));
    }

    private static DateOnly Add(DateOnly day, string unit, decimal count)
    {
        var months = unit[0] switch { 'm' => count, 'q' => 3 * count, 'y' or 'j' => 12 * count, _ => 0 };
        var days = unit[0] switch { 'd' or 't' => count, 'w' => 7 * count, 'f' => 14 * count, _ => months * DaysPerMonth };
        return days > MostDays ? day.AddDays((int)MostDays)
            : months > 0 && months == Math.Truncate(months) ? day.AddMonths((int)months)
            : day.AddDays((int)Math.Ceiling(Math.Round(days, 1)));
    }

    [GeneratedRegex("(?<![a-z])(?:days?|weeks?|wks?|fortnights?|months?|mths?|mos?|quarters?|years?|yrs?|(?<=[0-9] ?)[dwmy]|tage?n?|wochen?|monate?n?|jahre?n?)\\b")]
    private static partial Regex Unit();

    [GeneratedRegex("^(?:(?:with)?in|inside|over|during|for|by|after|the|next|coming|innerhalb von|until|till|it|must|be|should|needs|to|running|ready|live|they|want)\\b\\s*(?:(?:the|next|coming|be|to|running|ready|live|with|want|it|within|in)\\b\\s*)*")]
    private static partial Regex Lead();

    [GeneratedRegex("(?:\\b(?:from (?:now|today)|time|away|out|off|later)|'s time|s' time|')$")]
    private static partial Regex Trail();

    [GeneratedRegex("\\b(?:within|inside|(?:over|during|in)?(?: the)? (?:next|coming)|innerhalb)\\b|^(?:the )?(?:next|coming)\\b")]
    private static partial Regex Within();

    [GeneratedRegex("^(?:within|in|over|during)(?: the)? (?:next|coming) (?:week|month|quarter|year)$")]
    private static partial Regex ComingOne();

    [GeneratedRegex("\\b(?:business|working|work)\\b(?= days?)")]
    private static partial Regex WorkingDays();
}
