using System.Globalization;
using System.Text.RegularExpressions;

namespace LeadBot.Dialog.Understanding;

/// <summary>Reads weeks, months, quarters, seasons and years: "next quarter", "Q3 2027", "May", "summer", "2027".</summary>
internal sealed partial class Stretches(DateOnly today)
{
    /// <summary>The days, or the <paramref name="part"/> of them; null when the text is something else.</summary>
    public DaySpan? Read(string text, string part)
    {
        part = part switch { "ende" => "end", "mitte" => "mid", "anfang" => "start", _ => part };
        return Around(text, part.Length > 0)?.Part(part).Rest(today) ?? InSomeYear(text, part);
    }

    // A bare "month" is this one, but only as in "end of month".
    private DaySpan? Around(string text, bool partOfIt) => text switch
    {
        "this week" => DaySpan.WeekOf(today),
        "next week" or "coming week" or "nachste woche" => DaySpan.WeekOf(today.AddDays(7)),
        "weekend" or "this weekend" => new DaySpan(DaySpan.WeekOf(today).To.AddDays(-1), DaySpan.WeekOf(today).To),
        "this month" => DaySpan.Months(today.Year, today.Month, 1),
        "next month" or "coming month" or "nachsten monat" => Months(today.AddMonths(1), 1),
        "this quarter" or "current quarter" => Months(Quarter(today), 3),
        "next quarter" or "coming quarter" or "nachstes quartal" => Months(Quarter(today).AddMonths(3), 3),
        "this year" or "year" when partOfIt || text.Length > 4 => DaySpan.Months(today.Year, 1, 12),
        "next year" or "nachstes jahr" => DaySpan.Months(today.Year + 1, 1, 12),
        "week" or "month" or "quarter" when partOfIt => Around("this " + text, false),
        _ => null,
    };

    private DaySpan? InSomeYear(string text, string part)
    {
        var match = Named().Match(text);
        if (!match.Success || Within(match) is not { } months)
        {
            return null;
        }

        var (first, count) = months;
        DaySpan Of(int year) => DaySpan.Months(year, first, count).Part(part);
        var year = match.Groups["year"];
        if (year.Success)
        {
            var said = int.Parse(year.ValueSpan, CultureInfo.InvariantCulture);
            return Of(said < 100 ? 2000 + said : said).Rest(today);
        }

        var coming = Enumerable.Range(today.Year - 1, 4).Select(Of);
        return match.Groups["which"].Value switch
        {
            "next" => coming.First(span => span.From > today),
            "next year" => Of(today.Year + 1),
            "this year" => Of(today.Year).Rest(today),
            _ => coming.First(span => span.To >= today).Rest(today),
        };
    }

    private static (int First, int Count)? Within(Match match)
    {
        if (match.Groups["quarter"] is { Success: true } quarter)
        {
            return (3 * Place(quarter.Value) - 2, 3);
        }

        if (match.Groups["half"] is { Success: true } half)
        {
            return (6 * Place(half.Value) - 5, 6);
        }

        if (match.Groups["month"] is { Success: true } number)
        {
            return int.Parse(number.ValueSpan, CultureInfo.InvariantCulture) is >= 1 and <= 12 and var month ? (month, 1) : null;
        }

        return match.Groups["name"] is { Success: true } name
            ? CalendarWords.Month(name.Value) is { } named ? (named, 1)
                : CalendarWords.Season(name.Value) is { } season ? (season, 3)
                : null
            : (1, 12);
    }

    private static int Place(string word) => word[0] switch { '1' => 1, '2' => 2, '3' => 3, '4' => 4, 'f' when word[1] == 'i' => 1, 's' => 2, 't' => 3, _ => 4 };

    private static DaySpan Months(DateOnly first, int count) => DaySpan.Months(first.Year, first.Month, count);

    private static DateOnly Quarter(DateOnly day) => new(day.Year, (day.Month - 1) / 3 * 3 + 1, 1);

    [GeneratedRegex("^(?:(?<which>next|this|coming) )?(?:q ?(?<quarter>[1-4])|(?<quarter>[1-4]) ?q|(?<quarter>[1-4])\\. quartal|quarter (?<quarter>[1-4])|(?<quarter>first|second|third|fourth|1st|2nd|3rd|4th) quarter|h ?(?<half>[12])|(?<name>[a-z]{3,9})\\.?)"
        + "(?:[ /,-]*(?<year>20[0-9]{2})| ?'(?<year>[0-9]{2})| (?<which>next year|this year))?$|^(?<year>20[0-9]{2})(?:[ /-]?(?:q(?<quarter>[1-4])|h(?<half>[12])))?$|^(?<year>20[0-9]{2})-(?:(?<name>[a-z]{3,9})|(?<month>[0-9]{2}))$|^(?<month>[0-9]{1,2})[/.-](?<year>20[0-9]{2})$")]
    private static partial Regex Named();
}
