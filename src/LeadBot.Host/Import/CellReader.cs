using System.Globalization;
using System.Text.RegularExpressions;

namespace LeadBot.Host.Import;

/// <summary>Reads numbers and days as files write them. What could be read two ways is read as the file's kind has it.</summary>
/// <param name="commaDecimals">"1.500,00" rather than "1,500.00".</param>
/// <param name="dayFirst">"3/4/2027" is in April.</param>
public sealed partial class CellReader(bool commaDecimals, bool dayFirst)
{
    private static readonly string[] s_words = ["d MMMM yyyy", "d MMM yyyy", "MMMM d yyyy", "MMM d yyyy", "d MMMM, yyyy", "MMMM d, yyyy", "MMM d, yyyy", "d-MMM-yyyy", "d-MMM-yy"];

    /// <summary>A number of at least 0, with or without a currency; null: none.</summary>
    public decimal? Number(string cell)
    {
        var digits = Currency().Replace(cell, "").Trim();
        if (!Digits().IsMatch(digits))
        {
            return null;
        }

        digits = digits.Replace(" ", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal);
        var point = DecimalSign(digits);
        var plain = string.Concat(digits.Where(c => char.IsAsciiDigit(c) || c == point).Select(c => c == point ? '.' : c));
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>A day, with or without a time behind it; null: none.</summary>
    public DateOnly? Day(string cell)
    {
        if (IsoDay().Match(cell) is { Success: true } iso)
        {
            return Of(iso.Groups["year"], iso.Groups["month"], iso.Groups["day"]);
        }

        var text = Time().Replace(cell, "").Trim();
        if (Numeric().Match(text) is { Success: true } numeric)
        {
            var (first, second) = (numeric.Groups["first"], numeric.Groups["second"]);
            var daysFirst = numeric.Groups["sign"].Value == "." || int.Parse(first.ValueSpan, CultureInfo.InvariantCulture) > 12
                || (dayFirst && int.Parse(second.ValueSpan, CultureInfo.InvariantCulture) <= 12);
            return daysFirst ? Of(numeric.Groups["year"], second, first) : Of(numeric.Groups["year"], first, second);
        }

        return DateOnly.TryParseExact(text, s_words, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day) ? day : null;
    }

    /// <summary>An instant: as written with its offset, else the day's beginning in UTC.</summary>
    public DateTimeOffset? Instant(string cell) => IsoInstant().IsMatch(cell) && DateTimeOffset.TryParse(cell, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
        ? at.ToUniversalTime()
        : Day(cell) is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;

    // With both signs the last one is it; alone, the other sign before three digits makes thousands, as do several of it.
    private char DecimalSign(string digits)
    {
        var (comma, dot) = (digits.LastIndexOf(','), digits.LastIndexOf('.'));
        var last = comma > dot ? ',' : '.';
        var usual = commaDecimals ? ',' : '.';
        return comma >= 0 && dot >= 0 ? last
            : digits.Count(c => c == last) > 1 ? '\0'
            : last == usual || digits.Length - digits.LastIndexOf(last) != 4 ? last
            : '\0';
    }

    private static DateOnly? Of(Group year, Group month, Group day)
    {
        var (y, m, d) = (Whole(year), Whole(month), Whole(day));
        y += y < 100 ? 2000 : 0;
        return y is >= 1970 and <= 2200 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d) : null;
    }

    private static int Whole(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?:\\p{Sc}|[A-Z]{1,3}\\p{Sc}|[A-Z]{3}|kr\\.?|Fr\\.?)\\s?|\\s?(?:\\p{Sc}|[A-Z]{3}|kr\\.?|Fr\\.?)$|,-+$")]
    private static partial Regex Currency();

    [GeneratedRegex("^[0-9](?:[0-9 .,'\\u00a0]{0,24}[0-9])?$|^[.,][0-9]{1,6}$")]
    private static partial Regex Digits();

    [GeneratedRegex("^(?<year>[0-9]{4})[-/.](?<month>[0-9]{1,2})[-/.](?<day>[0-9]{1,2})(?:[T ].*)?$")]
    private static partial Regex IsoDay();

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}")]
    private static partial Regex IsoInstant();

    [GeneratedRegex("[ ,T]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\\.[0-9]+)? ?(?:[AaPp]\\.?[Mm]\\.?|Uhr|Z|UTC)?$")]
    private static partial Regex Time();

    [GeneratedRegex("^(?<first>[0-9]{1,2})(?<sign>[./-])(?<second>[0-9]{1,2})\\k<sign>(?<year>[0-9]{2}|[0-9]{4})$")]
    private static partial Regex Numeric();
}
