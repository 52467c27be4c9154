using System.Text.RegularExpressions;
using LeadBot.Dialog.Conversations;

namespace LeadBot.Dialog.Understanding;

/// <summary>Reads working time, in hours.</summary>
public static partial class Hours
{
    /// <summary>
    /// The hours, or null: "1h", "90 min", "1:30", "half a day", "two days", "a week". A day is 8 hours, a week 40, a month
    /// 160; a bare number is hours.
    /// </summary>
    public static NumberSaid? Read(string text, AmountLanguage language = AmountLanguage.PointDecimal)
    {
        var lower = Spoken.Lower(text);
        lower = HoursAndMinutes().Replace(lower, "$1 h $2 min");
        return lower.Length == 0 ? null
            : None().IsMatch(lower) ? new NumberSaid(0, 0)
            : Quantities.Read(lower, NumberWords.WorkingTime, language);
    }

    [GeneratedRegex("\\b([0-9]{1,3}) ?(?:h|:) ?([0-5][0-9])$")]
    private static partial Regex HoursAndMinutes();

    [GeneratedRegex("^(?:none|nothing|no time|no time at all|no hours)$")]
    private static partial Regex None();
}
