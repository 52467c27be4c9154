using System.Text.RegularExpressions;
using LeadBot.Dialog.Conversations;

namespace LeadBot.Dialog.Understanding;

/// <summary>Reads counts: "12", "a dozen", "about twenty", "3 to 5 people".</summary>
public static partial class Numbers
{
    /// <summary>"20 people", "20 sales reps": how many words what is counted may have.</summary>
    private const int MostCounted = 2;

    /// <summary>The number, or null. What is counted may follow it and is not looked at, unless it makes the number something else: a day, a percentage, money.</summary>
    public static NumberSaid? Read(string text, AmountLanguage language = AmountLanguage.PointDecimal)
    {
        var lower = Spoken.Lower(text);
        if (lower.Length == 0 || NotACount().IsMatch(lower))
        {
            return null;
        }

        lower = None().IsMatch(lower) ? "0" : lower;
        for (var counted = 0; counted <= MostCounted; counted++)
        {
            if (Quantities.Read(lower, NumberWords.Thousands, language) is { } number)
            {
                return number;
            }

            lower = Counted().Replace(lower, match => NumberWords.Units.ContainsKey(match.Groups[1].Value) ? match.Value : match.Groups[2].Value);
        }

        return null;
    }

    [GeneratedRegex("[%$€£¥]|\\b(?:percent|dollars?|bucks?|euros?|eur|usd|gbp|chf|(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)[a-z]*|march|may|june|july)\\b|^[0-9]{1,2}\\.[0-9]{1,2}\\.$")]
    private static partial Regex NotACount();

    [GeneratedRegex("^(?:none|nobody|no one|nothing|not any|not one)$")]
    private static partial Regex None();

    [GeneratedRegex("(?<=[0-9a-z]) ([a-z]{3,})( or (?:more|less|so)|\\+)?[.!]?$")]
    private static partial Regex Counted();
}
