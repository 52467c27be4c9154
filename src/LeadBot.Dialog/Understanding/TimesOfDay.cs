using System.Globalization;
using System.Text.RegularExpressions;

namespace LeadBot.Dialog.Understanding;

/// <summary>Reads times of day.</summary>
public static partial class TimesOfDay
{
    /// <summary>The time, or null: "8:30", "8.30", "0830", "8", "half past 8", "quarter to nine", "4pm", "noon". Without am or pm the 24-hour clock is meant.</summary>
    public static TimeOnly? Read(string text)
    {
        var lower = Around().Replace(Spoken.Lower(text).Trim(' ', '.', ',', '!'), "");
        if (lower is "noon" or "midday" or "mittag")
        {
            return new TimeOnly(12, 0);
        }

        return Clock().Match(lower) is { Success: true } clock ? Of(clock.Groups["hour"].Value, Minutes(clock.Groups["minute"].Value), clock.Groups["after"].Success ? "p" : clock.Groups["half"].Value)
            : Relative().Match(lower) is { Success: true } relative ? Of(relative.Groups["hour"].Value, ToMinutes(relative.Groups["part"].Value, relative.Groups["to"].Success), relative.Groups["half"].Value)
            : null;
    }

    private static int Minutes(string digits) => digits.Length == 0 ? 0 : int.Parse(digits, CultureInfo.InvariantCulture);

    private static int ToMinutes(string part, bool before) => (part is "half" ? 30 : 15) * (before ? -1 : 1);

    /// <param name="half">"a" or "p", for the half of the day that was said.</param>
    private static TimeOnly? Of(string said, int minutes, string half)
    {
        var hour = int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits
            : NumberWords.Units.TryGetValue(said, out var word) ? (int)word
            : 99;
        if (half.Length > 0)
        {
            hour = hour is >= 1 and <= 12 ? hour % 12 + (half == "p" ? 12 : 0) : 99;
        }

        return hour < 24 ? new TimeOnly(hour, 0).AddMinutes(minutes) : null;
    }

    [GeneratedRegex("^(?:at|from|around|about|by|um|ab) | (?:o'?clock|uhr|hrs|hours|sharp|every day|daily)$")]
    private static partial Regex Around();

    [GeneratedRegex("^(?<hour>[0-9]{1,2}|[a-z]{3,6}?)(?: ?[:.h] ?(?<minute>[0-5][0-9])|(?<=^[0-9]{2})(?<minute>[0-5][0-9])| ?h)?(?: ?(?<half>[ap])\\.? ?m\\.?| in the (?:(?<after>afternoon|evening)|morning))?$")]
    private static partial Regex Clock();

    [GeneratedRegex("^(?:a )?(?<part>half|quarter)(?: (?<to>to)| past| after) (?<hour>[0-9]{1,2}|[a-z]{3,6})(?: ?(?<half>[ap])\\.? ?m\\.?)?$")]
    private static partial Regex Relative();
}
