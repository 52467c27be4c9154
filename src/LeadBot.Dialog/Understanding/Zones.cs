using System.Globalization;
using System.Text.RegularExpressions;

namespace LeadBot.Dialog.Understanding;

/// <summary>Reads time zones.</summary>
public static partial class Zones
{
    private static readonly string[] Regions =
    [
        "Europe/", "America/Argentina/", "America/Indiana/", "America/Kentucky/", "America/", "Asia/", "Africa/", "Australia/", "Pacific/",
        "Atlantic/", "Indian/", "Antarctica/",
    ];

    private static readonly Dictionary<string, string> Everyday = ZoneNames.Everyday
        .SelectMany(zone => zone.Names.Split('|').Select(name => (name, zone.Id))).ToDictionary(pair => pair.name, pair => pair.Id);

    /// <summary>
    /// The IANA id, or null: by id, by city, by a common abbreviation (in its country's everyday sense: "EST" is New York,
    /// summer time included), or as whole hours from UTC.
    /// </summary>
    public static string? Read(string text)
    {
        var lower = Spoken.Lower(text).Replace('_', ' ').Trim(' ', '.', ',', '!', '"', '\'');
        if (Offset().Match(lower) is { Success: true } offset)
        {
            return FromUtc(int.Parse(offset.Groups[1].Value.Replace(" ", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));
        }

        return Named(lower) ?? Named(Around().Replace(lower, ""));
    }

    /// <summary>What people call it: "UTC+2" for Etc/GMT-2, whose sign is turned round; any other zone by its id.</summary>
    /// <param name="ianaId">As <see cref="Read"/> gives it.</param>
    public static string Say(string ianaId) =>
        ianaId == "Etc/UTC" ? "UTC"
        : FixedOffset().Match(ianaId) is { Success: true } offset ? $"UTC{(offset.Groups["sign"].Value == "-" ? '+' : '-')}{offset.Groups["hours"].Value}"
        : ianaId;

    private static string? Named(string name) => Everyday.TryGetValue(name, out var id) ? id
        : !IanaLike().IsMatch(name) ? null
        : name.Contains('/', StringComparison.Ordinal) ? Existing(Cased(name))
        : Regions.Select(region => Existing(region + Cased(name))).FirstOrDefault(found => found is not null);

    // Ids are files on some systems, so they are asked for as the time zone database writes them: America/New_York, Africa/Dar_es_Salaam.
    private static string Cased(string name) =>
        SmallWords().Replace(CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name).Replace(' ', '_'), word => word.Value.ToLowerInvariant());

    private static string? Existing(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out _) ? id : null;

    // The signs of Etc ids are turned round: Etc/GMT-2 is two hours ahead of UTC.
    private static string? FromUtc(int hours) => hours switch
    {
        0 => "Etc/UTC",
        >= -12 and <= 14 => string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{-hours:+0;-0}"),
        _ => null,
    };

    [GeneratedRegex("^(?:utc|gmt|z)? ?([+-] ?[0-9]{1,2})(?::?00)?$")]
    private static partial Regex Offset();

    [GeneratedRegex("^Etc/GMT(?<sign>[+-])(?<hours>[1-9][0-9]?)$")]
    private static partial Regex FixedOffset();

    [GeneratedRegex("^(?:i am in|i'm in|im in|we are in|in|the|zone|time zone|timezone) |( time| standard time| daylight time| time zone| timezone)$")]
    private static partial Regex Around();

    [GeneratedRegex("^[a-z]{3,}(?:[ /-][a-z]+){0,5}$")]
    private static partial Regex IanaLike();

    [GeneratedRegex("(?<=[_-])(?:Of|Au|Es|Sur)(?=[_-])")]
    private static partial Regex SmallWords();
}
