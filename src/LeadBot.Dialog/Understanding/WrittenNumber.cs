using System.Globalization;
using System.Text.RegularExpressions;
using LeadBot.Dialog.Conversations;

namespace LeadBot.Dialog.Understanding;

/// <summary>Reads digits with their separators. The form decides: nobody writes three decimals, so "1.500" and "1,500" are thousands.</summary>
internal static partial class WrittenNumber
{
    /// <summary>Null when it is not one number: "15.3.2027", "0171", or ten digits in a row, which is a telephone.</summary>
    /// <param name="multiplied">The person's habit where a word like "million" follows: "1.250 million" does have three decimals.</param>
    public static decimal? Read(string digits, AmountLanguage? multiplied)
    {
        if (Plain().IsMatch(digits))
        {
            return Value(digits);
        }

        if (Grouped().IsMatch(digits))
        {
            var tail = digits.LastIndexOfAny(['\'', ' ']) + 4;
            return Value(string.Concat(digits[..tail].Where(char.IsAsciiDigit)) + digits[tail..].Replace(',', '.'));
        }

        var point = WithPoint().IsMatch(digits);
        var comma = WithComma().IsMatch(digits);
        if (point && comma)
        {
            var decimals = multiplied == AmountLanguage.PointDecimal ? '.' : ',';
            return multiplied is null || !digits.Contains(decimals, StringComparison.Ordinal)
                ? Value(string.Concat(digits.Where(char.IsAsciiDigit)))
                : Value(digits.Replace(',', '.'));
        }

        return point ? Value(digits.Replace(",", "", StringComparison.Ordinal))
            : comma ? Value(digits.Replace(".", "", StringComparison.Ordinal).Replace(',', '.'))
            : null;
    }

    private static decimal? Value(string invariant) =>
        invariant.Length <= 18 && decimal.TryParse(invariant, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    [GeneratedRegex("^(?:0|[1-9][0-9]{0,8})$")]
    private static partial Regex Plain();

    [GeneratedRegex("^[1-9][0-9]{0,2}(?:['][0-9]{3}|[ ][0-9]{3})+(?:[.,][0-9]{1,2})?$")]
    private static partial Regex Grouped();

    // 1,500.00 and 1,50,000 and 1.5
    [GeneratedRegex("^(?:(?:0|[1-9][0-9]{0,8})?\\.[0-9]{1,6}|[1-9][0-9]{0,2}(?:,[0-9]{2,3})*,[0-9]{3}(?:\\.[0-9]{1,2})?)$")]
    private static partial Regex WithPoint();

    [GeneratedRegex("^(?:(?:0|[1-9][0-9]{0,8})?,[0-9]{1,6}|[1-9][0-9]{0,2}(?:\\.[0-9]{3})+(?:,[0-9]{1,2})?)$")]
    private static partial Regex WithComma();
}
