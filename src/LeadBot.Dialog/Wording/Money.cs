using System.Globalization;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Qualification;

namespace LeadBot.Dialog.Wording;

/// <summary>How amounts and numbers are written, each person's own way; what is written here is also understood when typed.</summary>
public static class Money
{
    /// <summary>The least step below an end that is left out: "under 150" is kept as 149.99.</summary>
    private const decimal Step = 0.01m;

    private static readonly NumberFormatInfo Point = new() { NumberDecimalSeparator = ".", NumberGroupSeparator = "," };

    private static readonly NumberFormatInfo Comma = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    /// <summary>"$1,500" or "1.500 $"; without decimals when whole, else with two.</summary>
    public static string Amount(decimal amount, Currency currency, AmountLanguage language)
    {
        var digits = amount.ToString(amount == Math.Truncate(amount) ? "N0" : "N2", Format(language));
        var sign = currency.Code switch { "USD" => "$", "EUR" => "€", "GBP" => "£", "JPY" => "¥", "INR" => "₹", _ => null };
        return language == AmountLanguage.CommaDecimal ? $"{digits} {sign ?? currency.Code}"
            : sign is null ? $"{currency.Code} {digits}"
            : sign + digits;
    }

    /// <summary>An answer: "$1,500", "$1,600 to $2,400", "under $150", "$5,000 or more"; recurring money names its year: "$2,400 a year".</summary>
    public static string Said(Answer.Amount answer, Currency currency, AmountLanguage language)
    {
        var said = Range(answer.From, answer.To, amount => Amount(amount, currency, language));
        return answer.Per == Period.Once ? said : said + " a year";
    }

    /// <summary>A number that was answered: "5", "2 to 3", "under 5", "5 or more".</summary>
    public static string Said(Answer.Quantity answer, AmountLanguage language) =>
        Range(answer.From, answer.To, number => Number(number, language));

    /// <summary>A band of amounts: "under $1,000", "$1,000 to $2,000", "$10,000 or more"; a first band below 1 is "free".</summary>
    /// <param name="from">Its lower edge, itself in the band; 0 in the first.</param>
    /// <param name="below">Its upper edge, itself not in the band; null in the last.</param>
    public static string Band(decimal from, decimal? below, Currency currency, AmountLanguage language)
    {
        var upper = below is { } edge ? Amount(edge, currency, language) : null;
        return (from, below) switch
        {
            ( <= 0, <= 1) => "free",
            ( <= 0, not null) => $"under {upper}",
            (_, null) => $"{Amount(from, currency, language)} or more",
            _ => $"{Amount(from, currency, language)} to {upper}",
        };
    }

    /// <summary>A band of numbers: "under 5", "5 to 9", "10 or more".</summary>
    /// <param name="from">Its lower edge, itself in the band; 0 in the first.</param>
    /// <param name="below">Its upper edge, itself not in the band; null in the last.</param>
    public static string NumberBand(decimal from, decimal? below, AmountLanguage language)
    {
        if (below is not { } edge)
        {
            return $"{Number(from, language)} or more";
        }

        var whole = edge == Math.Truncate(edge) && from == Math.Truncate(from);
        return from <= 0 ? $"under {Number(edge, language)}"
            : whole && edge - from == 1 ? Number(from, language)
            : whole ? $"{Number(from, language)} to {Number(edge - 1, language)}"
            : $"{Number(from, language)} to under {Number(edge, language)}";
    }

    /// <summary>"1,500" or "1.500", "2.5" or "2,5": at most two decimals.</summary>
    public static string Number(decimal number, AmountLanguage language) => number.ToString("#,0.##", Format(language));

    private static string Range(decimal from, decimal? to, Func<decimal, string> write) => to switch
    {
        null => $"{write(from)} or more",
        { } end when from == end => write(from),
        { } end when from == 0 && IsJustBelowWhole(end) => $"under {write(end + Step)}",
        { } end when from == 0 => $"up to {write(end)}",
        { } end => $"{write(from)} to {write(IsJustBelowWhole(end) ? end + Step : end)}",
    };

    private static bool IsJustBelowWhole(decimal end) => end + Step == Math.Truncate(end + Step);

    private static NumberFormatInfo Format(AmountLanguage language) => language == AmountLanguage.CommaDecimal ? Comma : Point;
}
