using System.Text.RegularExpressions;

namespace LeadBot.Dialog.Understanding;

/// <summary>Reads days of the week.</summary>
public static partial class Weekdays
{
    /// <summary>Monday to Sunday.</summary>
    private static readonly DayOfWeek[] Week = [.. Enumerable.Range(1, 7).Select(day => (DayOfWeek)(day % 7))];

    /// <summary>The days from Monday on, each once, or null: "mon-thu", "mon, wed and fri", "weekdays", "every day", "weekdays except friday".</summary>
    public static IReadOnlyList<DayOfWeek>? Read(string text)
    {
        var parts = Except().Split(Filler().Replace(Spoken.Lower(text).Trim(' ', '.', '!'), " ").Trim());
        if (parts.Length > 2 || Listed(parts[0]) is not { } days)
        {
            return null;
        }

        if (parts.Length == 2)
        {
            if (Listed(parts[1]) is not { } without)
            {
                return null;
            }

            days.ExceptWith(without);
        }

        return days.Count == 0 ? null : [.. Week.Where(days.Contains)];
    }

    private static HashSet<DayOfWeek>? Listed(string text)
    {
        var days = new HashSet<DayOfWeek>();
        foreach (var part in Between().Split(Through().Replace(text, "-")).Where(part => part.Length > 0))
        {
            if (Part(part.Trim()) is not { } read)
            {
                return null;
            }

            days.UnionWith(read);
        }

        return days.Count == 0 ? null : days;
    }

    private static IEnumerable<DayOfWeek>? Part(string part) => part switch
    {
        "weekdays" or "weekday" or "workdays" or "working-days" or "work-days" => Week[..5],
        "weekends" or "weekend" => Week[5..],
        "everyday" or "daily" or "all" or "always" or "every-day" or "all-days" => Week,
        _ when part.Split('-') is [var from, var to] => Day(from) is { } first && Day(to) is { } last ? Run(first, last) : null,
        _ => Day(part) is { } day ? [day] : null,
    };

    private static DayOfWeek? Day(string word) =>
        CalendarWords.Weekday(word) ?? (word.EndsWith('s') ? CalendarWords.Weekday(word[..^1]) : null);

    // "sat-mon" goes round the end of the week.
    private static IEnumerable<DayOfWeek> Run(DayOfWeek first, DayOfWeek last) =>
        Enumerable.Range((int)first, ((int)last - (int)first + 7) % 7 + 1).Select(day => (DayOfWeek)(day % 7));

    [GeneratedRegex("\\s*,?\\s*\\b(?:except|without|but not|but no|not)\\b\\s*(?:on )?")]
    private static partial Regex Except();

    [GeneratedRegex("^(?:on|from|only|every(?! ?day)) |\\.(?= |,|-|$)| only$")]
    private static partial Regex Filler();

    [GeneratedRegex("\\s*(?:-|\\bthrough\\b|\\bthru\\b|\\bto\\b|\\btill\\b|\\buntil\\b|\\bbis\\b)\\s*|(?<=^(?:every|working|work|all)) (?=days?$)")]
    private static partial Regex Through();

    [GeneratedRegex("\\s*(?:[,;&+/]|\\band\\b|\\bund\\b)\\s*|\\s+")]
    private static partial Regex Between();
}
