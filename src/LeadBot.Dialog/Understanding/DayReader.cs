using System.Globalization;
using System.Text.RegularExpressions;
using LeadBot.Dialog.Conversations;

namespace LeadBot.Dialog.Understanding;

/// <summary>Reads one day or stretch of days as seen from today, or a range of two of them.</summary>
internal sealed partial class DayReader(DateOnly today, AmountLanguage language)
{
    /// <param name="text">Lower-case, without words that change nothing.</param>
    public DaySpan? Read(string text)
    {
        if (Before().Match(text) is { Success: true } before)
        {
            return Single(before.Groups[1].Value) is { } end ? UpTo(end.From.AddDays(-1)) : null;
        }

        if (After().Match(text) is { Success: true } after)
        {
            return Single(after.Groups["day"].Value) is { } start ? Later(start, after.Groups["not"].Success ? start.From : start.To.AddDays(1)) : null;
        }

        return Single(text) ?? Range(SharedMonth().Replace(text, "$1 $3 to $2 $3"));
    }

    private DaySpan? Range(string text)
    {
        foreach (Match between in Separator().Matches(text))
        {
            var (left, right) = (Between().Replace(text[..between.Index], ""), text[(between.Index + between.Length)..]);
            if (Single(right) is { } last && (InYearOf(last, left, right) ?? Single(left)) is { } first)
            {
                // "November to February" ends in the year after: the end is read as seen from the beginning.
                last = last.To < first.From ? new DayReader(first.From, language).Single(right) ?? last : last;
                return first.From <= last.To ? new DaySpan(first.From, last.To) : null;
            }
        }

        return null;
    }

    // "15 March to 20 April 2029" says the year once.
    private DaySpan? InYearOf(DaySpan last, string left, string right)
    {
        if (!YearLast().IsMatch(right) || YearLast().IsMatch(left))
        {
            return null;
        }

        var first = Single(string.Create(CultureInfo.InvariantCulture, $"{left} {last.To.Year}"));
        return first?.From > last.To ? Single(string.Create(CultureInfo.InvariantCulture, $"{left} {last.To.Year - 1}")) : first;
    }

    // Nothing said how much later: a month, or as long again as what was named.
    private static DaySpan Later(DaySpan start, DateOnly from) =>
        new(from, start.To.AddDays(Math.Max(30, start.To.DayNumber - start.From.DayNumber + 1)));

    private DaySpan UpTo(DateOnly last) => last < today ? DaySpan.Day(last) : new DaySpan(today, last);

    private DaySpan? Single(string text)
    {
        text = LeadingWords().Replace(text.Trim(), "");
        return text switch
        {
            "today" or "tonight" or "this morning" or "this afternoon" or "this evening" or "eod" or "heute" => DaySpan.Day(today),
            "tomorrow" or "tmrw" or "tomorow" or "tommorow" or "tommorrow" or "morgen" => DaySpan.Day(today.AddDays(1)),
            "day after tomorrow" or "ubermorgen" => DaySpan.Day(today.AddDays(2)),
            "christmas" or "xmas" or "weihnachten" => Single("25 december"),
            "yesterday" => DaySpan.Day(today.AddDays(-1)),
            _ => ExactDay.Read(LeadingWeekday(text), today, language) ?? Weekday(text) ?? Stretch(text),
        };
    }

    private static string LeadingWeekday(string text) =>
        WeekdayFirst().Match(text) is { Success: true } match && CalendarWords.Weekday(match.Groups[1].Value) is not null ? match.Groups[2].Value : text;

    private DaySpan? Weekday(string text)
    {
        var match = NamedWeekday().Match(text);
        var name = match.Groups["day"].Value;
        if (!match.Success || CalendarWords.Weekday(name) is not { } weekday)
        {
            return null;
        }

        var monday = DaySpan.WeekOf(today).From;
        var inThisWeek = monday.AddDays(((int)weekday + 6) % 7);
        var ahead = ((int)weekday - (int)today.DayOfWeek + 7) % 7;
        return match.Groups["which"].Value switch
        {
            "next" => DaySpan.Day(inThisWeek.AddDays(7)),
            "this" => DaySpan.Day(today.AddDays(ahead)),
            _ => DaySpan.Day(today.AddDays(ahead == 0 ? 7 : ahead)),
        };
    }

    private DaySpan? Stretch(string text)
    {
        var match = PartOf().Match(Expanded(text));
        var part = match.Groups["part"].Value;
        return new Stretches(today).Read(match.Groups["rest"].Value, part);
    }

    private static string Expanded(string text) => text switch
    {
        "eow" => "end this week",
        "eom" => "end this month",
        "eoq" => "end this quarter",
        "eoy" => "end this year",
        _ => EndLast().Replace(text, "end $1$2"),
    };

    [GeneratedRegex("^(?:before|prior to|vor)\\s+(.+)$")]
    private static partial Regex Before();

    [GeneratedRegex("^(?:after|nach) (?<day>.+)$|^(?<not>not before|no earlier than|not earlier than|earliest) (?<day>.+)$|^(?:from )?(?<day>.+?) (?<not>onwards?|or later|earliest|and later)$")]
    private static partial Regex After();

    [GeneratedRegex("(?<![0-9])20[0-9]{2}$")]
    private static partial Regex YearLast();

    [GeneratedRegex("^(?:between|from)\\s+")]
    private static partial Regex Between();

    [GeneratedRegex("\\s*(?<![0-9])-\\s*(?![0-9])|\\s*-\\s+|\\s+-\\s*|(?<=[a-z]\\s?[0-9]{0,4})[-/](?=[a-z])|\\s(?:to|and|or|through|bis|und)\\s")]
    private static partial Regex Separator();

    [GeneratedRegex("^([0-9]{1,2})(?:st|nd|rd|th|\\.)?\\s?(?:-|to|or|and)\\s?([0-9]{1,2})(?:st|nd|rd|th|\\.)? ([a-z]{3,9}\\.?(?: [0-9]{4})?)$")]
    private static partial Regex SharedMonth();

    [GeneratedRegex("^(?:(?:in|within|during|later|im|am|ab)\\s+)+")]
    private static partial Regex LeadingWords();

    [GeneratedRegex("^([a-z]{3,10})\\.?\\s+((?:[0-9]|[a-z]{3,9}\\.? [0-9]).*)$")]
    private static partial Regex WeekdayFirst();

    [GeneratedRegex("^(?:(?:this )?(?<which>this|next|coming) )?(?<day>[a-z]{3,10})\\.?$|^(?<day>[a-z]{3,10}) (?<which>this|next) week$|^(?<which>this|next) week (?<day>[a-z]{3,10})$")]
    private static partial Regex NamedWeekday();

    [GeneratedRegex("^(?:(?<part>(?:first|second|third|fourth|last|1st|2nd|3rd|4th) week|ende|end|early|late|middle|mid|mitte|beginning|start|anfang|first half|second half)[- ]?)?(?<rest>.*)$")]
    private static partial Regex PartOf();

    [GeneratedRegex("^((?:this |next )?)(year|month|quarter|week)(?:[- ]?end|'s end)$")]
    private static partial Regex EndLast();
}
