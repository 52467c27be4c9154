using System.Globalization;
using System.Text.RegularExpressions;

namespace LeadBot.Dialog.Understanding;

/// <summary>Reads time zones.</summary>
public static partial class Zones
{
    private static readonly Lazy<Dictionary<string, string>> ByName = new(Load);

    /// <summary>
    /// The IANA id, or null: by id, by city, by a common abbreviation (in its country's everyday sense: "EST" is New York,
    /// summer time included), or as whole hours from UTC.
    /// </summary>
    public static string? Read(string text)
    {
        var lower = Spoken.Lower(text);
        if (Offset().Match(lower) is { Success: true } offset)
        {
            return FromUtc(int.Parse(offset.Groups[1].Value.Replace(" ", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));
        }

        return ByName.Value.GetValueOrDefault(Key(lower)) ?? ByName.Value.GetValueOrDefault(Key(Around().Replace(lower, "")));
    }

    // The signs of Etc ids are turned round: Etc/GMT-2 is two hours ahead of UTC.
    private static string? FromUtc(int hours) => hours switch
    {
        0 => "Etc/UTC",
        >= -12 and <= 14 => string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{-hours:+0;-0}"),
        _ => null,
    };

    private static string Key(string lower) => lower.Replace('_', ' ').Trim(' ', '.', ',', '!', '"', '\'');

    private static Dictionary<string, string> Load()
    {
        var names = new Dictionary<string, string>();
        foreach (var (id, words) in ZoneNames.Everyday)
        {
            foreach (var word in words.Split('|'))
            {
                names.Add(word, id);
            }
        }

        foreach (var id in TimeZoneInfo.GetSystemTimeZones().Select(Iana).OfType<string>())
        {
            names.TryAdd(Key(Spoken.Lower(id)), id);
            if (id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal))
            {
                names.TryAdd(Key(Spoken.Lower(id[(id.LastIndexOf('/') + 1)..])), id);
            }
        }

        return names;
    }

    private static string? Iana(TimeZoneInfo zone) =>
        zone.HasIanaId ? zone.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var id) ? id : null;

    [GeneratedRegex("^(?:utc|gmt|z)? ?([+-] ?[0-9]{1,2})(?::?00)?$")]
    private static partial Regex Offset();

    [GeneratedRegex("^(?:i am in|i'm in|im in|we are in|in|the|zone|time zone|timezone) |( time| standard time| daylight time| time zone| timezone)$")]
    private static partial Regex Around();
}
