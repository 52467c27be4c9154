using System.Globalization;
using System.Text.RegularExpressions;
using LeadBot.Dialog.Conversations;

namespace LeadBot.Dialog.Understanding;

/// <summary>Reads a day by its number: "15 March", "March 15th", "15.3.", "2027-03-15", "3/15", "the 15th".</summary>
internal static partial class ExactDay
{
    public static DaySpan? Read(string text, DateOnly today, AmountLanguage language)
    {
        foreach (var form in (Regex[])[YearFirst(), DayThenMonth(), MonthThenDay(), WithPoints(), WithSlashes(), DayOnly()])
        {
            if (form.Match(text) is { Success: true } match)
            {
                return Day(match, today, language) is { } day ? DaySpan.Day(day) : null;
            }
        }

        return null;
    }

    private static DateOnly? Day(Match match, DateOnly today, AmountLanguage language)
    {
        if (match.Groups["either"] is { Success: true } either)
        {
            var (first, second) = (Number(either), Number(match.Groups["other"]));
            var dayFirst = first > 12 || second <= 12 && language == AmountLanguage.CommaDecimal;
            return Of(dayFirst ? first : second, dayFirst ? second : first, match.Groups["year"], today);
        }

        var day = Number(match.Groups["day"]);
        if (match.Groups["name"] is { Success: true } name)
        {
            return CalendarWords.Month(name.Value) is { } named ? Of(day, named, match.Groups["year"], today) : null;
        }

        return match.Groups["month"].Success
            ? Of(day, Number(match.Groups["month"]), match.Groups["year"], today)
            : Enumerable.Range(0, 3).Select(today.AddMonths).Select(m => Valid(m.Year, m.Month, day)).FirstOrDefault(d => d >= today);
    }

    // Without a year the next one from today on; a 29 February may be eight years off.
    private static DateOnly? Of(int day, int month, Group year, DateOnly today) => year.Success
        ? Valid(Number(year) < 100 ? 2000 + Number(year) : Number(year), month, day)
        : Enumerable.Range(today.Year, 9).Select(y => Valid(y, month, day)).FirstOrDefault(d => d >= today);

    private static DateOnly? Valid(int year, int month, int day) =>
        year is >= 1900 and <= 9000 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<year>[0-9]{4})[-/.](?<month>[0-9]{1,2})[-/.](?<day>[0-9]{1,2})\\.?$")]
    private static partial Regex YearFirst();

    [GeneratedRegex("^(?<day>[0-9]{1,2})(?:st|nd|rd|th|\\.)?[ -]?(?<name>[a-z]{3,9})\\.?(?:[ -](?<year>[0-9]{4})|[ -]?'(?<year>[0-9]{2}))?$")]
    private static partial Regex DayThenMonth();

    [GeneratedRegex("^(?<name>[a-z]{3,9})\\.?[ -]?(?<day>[0-9]{1,2})(?:st|nd|rd|th|\\.)?(?:[ -](?<year>[0-9]{4})|[ -]?'(?<year>[0-9]{2}))?$")]
    private static partial Regex MonthThenDay();

    [GeneratedRegex("^(?<day>[0-9]{1,2})\\. ?(?<month>[0-9]{1,2})(?:\\. ?(?<year>[0-9]{4}|[0-9]{2})?)?$")]
    private static partial Regex WithPoints();

    [GeneratedRegex("^(?<either>[0-9]{1,2})(?:/(?<other>[0-9]{1,2})(?:/(?<year>[0-9]{4}|[0-9]{2}))?|-(?<other>[0-9]{1,2})-(?<year>[0-9]{4}))$")]
    private static partial Regex WithSlashes();

    [GeneratedRegex("^(?<day>[0-9]{1,2})(?:st|nd|rd|th)$")]
    private static partial Regex DayOnly();
}
