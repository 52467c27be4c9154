using System.Text.RegularExpressions;

namespace LeadBot.Dialog.Understanding;

/// <summary>Finds how long something took among other words: "1h they said no", "they said no, took 90 min".</summary>
public static partial class Durations
{
    /// <summary>Nobody logs more in one touch.</summary>
    public const decimal MostHours = 24;

    private const string Length =
        "(?:[0-9]{1,3}(?:[.,][0-9]{1,2})? ?(?:hours?|hrs?|h|std|stunden?|minutes?|minuten|mins?|m)(?: ?[0-9]{1,2} ?(?:m|mins?|minutes?)?)?|[0-9]{1,2}:[0-5][0-9]"
        + "|(?:an?|one|two|three|four|five|six) (?:and a half )?hours?(?: and a half)?|(?:a )?half (?:an? )?(?:hour|day)|(?:a )?quarter (?:of an )?hour|[0-9]{1,2} (?:and a half )?days?|(?:a|one|two) (?:whole |full )?days?)";

    /// <summary>The hours said first and what follows them; null when it does not begin with a length of time up to a day.</summary>
    public static (decimal Hours, string Left)? AtStart(string said) =>
        First().Match(said) is { Success: true } match && Read(match.Groups["length"].Value) is { } hours ? (hours, said[match.Length..].TrimStart(' ', ',', ':', ';', '-', '–', '—')) : null;

    /// <summary>It begins with a length of time that nobody can have spent: above <see cref="MostHours"/>, or below nothing.</summary>
    public static bool IsImpossible(string said) =>
        said.StartsWith('-') ? AtStart(said[1..]) is not null : First().Match(said) is { Success: true } match && Read(match.Groups["length"].Value) is null;

    /// <summary>The hours said last, after a comma, in brackets or with "took", and what came before; "in 2 days" is no length.</summary>
    public static (decimal Hours, string Left)? AtEnd(string said) =>
        Last().Match(said) is { Success: true } match && Read(match.Groups["length"].Value) is { } hours ? (hours, said[..match.Index].TrimEnd(' ', ',', ':', ';', '-', '–', '—')) : null;

    private static decimal? Read(string length) =>
        Quarter().IsMatch(length) ? 0.25m
        : Hours.Read(length) is { To: { } to } said && to == said.From && to <= MostHours ? to
        : null;

    [GeneratedRegex("^(?:for |took (?:me )?|spent )?(?:about |around |~ ?)?(?<length>" + Length + ")(?![\\p{L}\\p{Nd}-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex First();

    [GeneratedRegex("(?:\\s*[,;(–—]\\s*|\\s+-\\s+|^|\\s+(?=took|spent))(?:(?:it )?took (?:me )?|spent )?(?:about |around |~ ?)?(?<length>" + Length + ")[).!\\s]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Last();

    [GeneratedRegex("quarter", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Quarter();
}
