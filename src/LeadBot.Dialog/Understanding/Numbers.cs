using System.Text.RegularExpressions;
using LeadBot.Dialog.Conversations;

namespace LeadBot.Dialog.Understanding;

/// <summary>Reads counts: "12", "a dozen", "about twenty", "3 to 5 people".</summary>
public static partial class Numbers
{
    /// <summary>The number, or null. What is counted may follow it and is not looked at, unless it makes the number something else: a day, a percentage, money.</summary>
    public static NumberSaid? Read(string text, AmountLanguage language = AmountLanguage.PointDecimal)
    {
        var lower = Spoken.Lower(text);
        if (lower.Length == 0 || NotACount().IsMatch(lower))
        {
            return null;
        }

        lower = None().IsMatch(lower) ? "0" : lower;
        return Quantities.Read(lower, NumberWords.Thousands, language)
            ?? (Counted().Match(lower) is { Success: true } counted ? Quantities.Read(lower[..counted.Groups[1].Index] + counted.Groups[2].Value, NumberWords.Thousands, language) : null);
    }

    [GeneratedRegex("[%$€£¥]|\\b(?:percent|dollars?|bucks?|euros?|eur|usd|gbp|chf|(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)[a-z]*|march|may|june|july)\\b|^[0-9]{1,2}\\.[0-9]{1,2}\\.$")]
    private static partial Regex NotACount();

    [GeneratedRegex("^(?:none|nobody|no one|nothing|not any|not one)$")]
    private static partial Regex None();

    // "20 people", "more than 3 other vendors or so": at most two words of what is counted.
    [GeneratedRegex("(?<=[0-9a-z]) ([a-z]{3,}(?: [a-z]{3,})?)( or (?:more|less|so)|\\+)?[.!]?$")]
    private static partial Regex Counted();
}
