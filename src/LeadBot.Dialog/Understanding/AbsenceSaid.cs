using System.Text.RegularExpressions;
using LeadBot.Dialog.Conversations;

namespace LeadBot.Dialog.Understanding;

/// <summary>Days away as they were said.</summary>
/// <param name="From">The first day away.</param>
/// <param name="Until">The last.</param>
/// <param name="Cover">Who covers, as said; null when nobody was named.</param>
public sealed record AbsenceSaid(DateOnly From, DateOnly Until, string? Cover)
{
    /// <summary>The days and who covers, or null: "1 to 14 August, Kim covers", "next week with cover by Kim", "until friday".</summary>
    public static AbsenceSaid? Read(string text, DateOnly today, AmountLanguage language = AmountLanguage.PointDecimal) => AbsenceParts.Read(text, today, language);

    /// <summary>Who is said to cover, without looking at the days; null when nobody is.</summary>
    public static string? CoverIn(string text, DateOnly today) => AbsenceParts.Read(text, today, AmountLanguage.PointDecimal)?.Cover;
}

/// <summary>The days and the name in what was said of an absence.</summary>
internal static partial class AbsenceParts
{
    /// <summary>A name before "covers" that no comma sets apart has at most this many words.</summary>
    private const int MostNameWords = 3;

    public static AbsenceSaid? Read(string text, DateOnly today, AmountLanguage language)
    {
        text = text.Trim().TrimEnd('.', '!');
        if (By().Match(text) is { Success: true } by)
        {
            return Span(text[..by.Index], today, language) is { } days ? new AbsenceSaid(days.From, days.To, Name(by.Groups["name"].Value)) : null;
        }

        if (Covers().Match(text) is not { Success: true } covers)
        {
            return Span(text, today, language) is { } days ? new AbsenceSaid(days.From, days.To, null) : null;
        }

        // "1 to 14 August Kim covers": the name is what the days leave over.
        var words = text[..covers.Index].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var last = words.Length - 1; last >= Math.Max(1, words.Length - MostNameWords); last--)
        {
            if (Span(string.Join(' ', words.Take(last)), today, language) is { } days)
            {
                return new AbsenceSaid(days.From, days.To, Name(string.Join(' ', words.Skip(last))));
            }
        }

        return null;
    }

    private static DaySpan? Span(string text, DateOnly today, AmountLanguage language)
    {
        var days = And().Replace(text, "").Trim(' ', ',', ';', '-');
        var fromToday = Until().IsMatch(days);
        return Dates.Read(Lead().Replace(days, ""), today, language) is DateSaid.Between between && (!fromToday || between.To >= today)
            ? new DaySpan(fromToday && between.From > today ? today : between.From, fromToday ? between.From : between.To)
            : null;
    }

    /// <summary>Null for "nobody".</summary>
    private static string? Name(string said) => And().Replace(said.Trim(), "").Trim(' ', ',', '@') is { Length: > 0 } name && NobodyNamed().Match(name) is { Success: false } ? name : null;

    [GeneratedRegex("[,;]?\\s*\\b(?:(?:is |are )?covered by|with cover(?: by| from)?|cover(?: is| by|:)|cover(?=\\s+@?\\p{Lu}))\\s*@?(?<name>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex By();

    [GeneratedRegex("\\s+(?:covers?|(?:is|will be) covering|will cover|can cover|takes? over|stands? in)(?:\\s+(?:for me|me|my deals|it|them))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Covers();

    [GeneratedRegex("^(?:and|while|when|with)\\s+|[,;\\s]+(?:and|while|with)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex And();

    [GeneratedRegex("^(?:until|till|til|bis)\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Until();

    [GeneratedRegex("^(?:i am|i'm|im|i will be|i'll be)?\\s*(?:away|off|on (?:vacation|holiday|leave)|out)?\\s*(?:from\\s+(?=[0-9]))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex("^(?:nobody|no one|no-one|none)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NobodyNamed();
}
