using System.Text.RegularExpressions;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain.Qualification;

namespace LeadBot.Dialog.Understanding;

/// <summary>Reads money as people type it.</summary>
public static partial class Amounts
{
    /// <summary>
    /// The amount, or null. "About 2 grand" is a fifth either way, "a couple" 2 to 3, "a few" 2 to 5. Weekly and quarterly
    /// money becomes a year's. Everything said must be understood: "5 hours", "15 March", "10 %" and two currencies at once are not amounts.
    /// </summary>
    /// <param name="language">Decides "1.250 million"; every other form speaks for itself: "1.500" and "1,500" are thousands.</param>
    public static AmountSaid? Read(string text, AmountLanguage language = AmountLanguage.PointDecimal)
    {
        var lower = Spoken.Lower(text);
        if (lower.Length == 0 || DayAndMonth().IsMatch(lower) || NothingSaid().IsMatch(lower))
        {
            return null;
        }

        var (per, times) = TakePeriod(ref lower);
        if (!Currencies.Take(ref lower, out var currency, out var bySign))
        {
            return null;
        }

        if (Free().IsMatch(string.Join(' ', Quantities.Words(lower))))
        {
            return new AmountSaid(0, 0, per, currency, bySign);
        }

        return Quantities.Read(lower, NumberWords.Thousands, language, endsBefore: true) is { } said
            ? new AmountSaid(said.From * times, said.To * times, per, currency, bySign, said.Under)
            : null;
    }

    private static (Period Per, int Times) TakePeriod(ref string lower)
    {
        var found = Recurring().Match(lower);
        lower = Recurring().Replace(Once().Replace(lower, " "), " ");
        return found switch
        {
            { Success: false } => (Period.Once, 1),
            _ when found.Groups["month"].Success => (Period.Month, 1),
            _ when found.Groups["week"].Success => (Period.Year, 52),
            _ when found.Groups["quarter"].Success => (Period.Year, 4),
            _ => (Period.Year, 1),
        };
    }

    [GeneratedRegex("(?:\\b(?:a|per|each|every|pro|im|in the) |/ ?)(?:(?<month>months?|mo|mth|m|monat)|(?<week>week|wk|w|woche)|(?<quarter>quarter|qtr|q|quartal)|(?:year|yr|y|annum|anno|jahr|a))\\b\\.?"
        + "|\\b(?:(?<month>monthly|mtl|monatlich|mrr)|(?<week>weekly|wochentlich)|(?<quarter>quarterly)|(?:yearly|annually|annual|p\\.? ?a|jahrlich|arr))\\b\\.?")]
    private static partial Regex Recurring();

    [GeneratedRegex("\\b(?:once|one[- ]?off|one[- ]?time|up[- ]?front|lump sum|all in|flat|fixed|einmalig)\\b")]
    private static partial Regex Once();

    [GeneratedRegex("^(?:free|free charge|nothing|nothing all|zero|nada|zilch|gratis|no money|nil|kostenlos|umsonst|nichts)$")]
    private static partial Regex Free();

    [GeneratedRegex("\\b(?:said|says?|told|mentioned|heard)(?: me| us)? nothing\\b|\\bnothing(?: was| is| has been)? (?:said|told|mentioned|heard)\\b")]
    private static partial Regex NothingSaid();

    [GeneratedRegex("^[0-9]{1,2}\\.[0-9]{1,2}\\.$")]
    private static partial Regex DayAndMonth();
}
