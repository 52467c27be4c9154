using System.Text.RegularExpressions;
using LeadBot.Domain;

namespace LeadBot.Dialog.Understanding;

/// <summary>Currencies by code, sign and name.</summary>
internal static partial class Currencies
{
    private static readonly string[][] Families =
    [
        ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "BRL", "CLP", "COP", "ARS"],
        ["SEK", "NOK", "DKK", "ISK", "CZK"],
        ["JPY", "CNY"],
        ["INR", "PKR", "LKR", "NPR"],
        ["CHF", "XOF", "XAF"],
        ["MXN", "PHP", "CLP", "COP", "ARS"],
    ];

    private static readonly Dictionary<string, string> Shared = Words(
        ("USD", "$ dollar dollars buck bucks"), ("SEK", "kr kr. krona kronor krone kroner"), ("JPY", "¥"),
        ("INR", "rs rs. rupee rupees"), ("CHF", "franc francs franken fr."), ("MXN", "peso pesos"));

    private static readonly Dictionary<string, string> Own = Words(
        ("USD", "us$ $us"), ("CAD", "c$ ca$"), ("AUD", "a$ au$"), ("NZD", "nz$"), ("SGD", "s$"), ("HKD", "hk$"), ("BRL", "r$ reais"),
        ("EUR", "€ euro euros"), ("GBP", "£ pound pounds quid"), ("JPY", "yen"), ("CNY", "yuan rmb"), ("INR", "₹"), ("CHF", "sfr sfr."),
        ("PLN", "zł zl zloty"), ("TRY", "₺ tl lira"), ("ILS", "₪ shekel shekels"), ("KRW", "₩ won"), ("ZAR", "rand"), ("UAH", "₴"), ("RUB", "₽"), ("HUF", "forint"));

    /// <summary>Takes every mention out of <paramref name="lower"/>.</summary>
    /// <returns>False when two different currencies are named.</returns>
    public static bool Take(ref string lower, out Currency? currency, out bool bySign)
    {
        var all = Mention().Matches(lower).Select(m => m.Value).Distinct().ToList();
        var named = all.Select(Code).Distinct().ToList();
        var sure = all.Where(m => !Shared.ContainsKey(m)).Select(Code).Distinct().ToList();
        currency = named.Count == 0 ? null : new Currency(sure.Count > 0 ? sure[0] : named[0]);
        bySign = named.Count > 0 && sure.Count == 0;
        lower = Mention().Replace(lower, " ");
        var said = currency;
        return named.TrueForAll(code => code == said!.Value.Code || sure.Count == 1 && !sure.Contains(code) && ShareSign(new Currency(code), said.Value));
    }

    /// <summary>Whether one sign can mean either.</summary>
    public static bool ShareSign(Currency a, Currency b) => Array.Exists(Families, f => f.Contains(a.Code) && f.Contains(b.Code));

    private static string Code(string mention) =>
        Shared.TryGetValue(mention, out var shared) ? shared : Own.TryGetValue(mention, out var own) ? own : mention.ToUpperInvariant();

    private static Dictionary<string, string> Words(params (string Code, string Words)[] currencies) =>
        currencies.SelectMany(c => c.Words.Split(' ').Select(word => (word, c.Code))).ToDictionary(pair => pair.word, pair => pair.Code);

    [GeneratedRegex("(?<![a-z])(?:us|ca|c|au|a|nz|s|hk|r)\\$|\\$us(?![a-z])|[$€£¥₹₺₪₩₴₽]|(?<![a-z])zł"
        + "|(?<![a-z])(?:dollars?|bucks?|kronor|kroner|krona|krone|rupees?|francs?|franken|pesos?|reais|euros?|pounds?|quid|yen|yuan|rmb|sfr\\.?|fr\\.|kr\\.?|rs\\.?|zl|zloty|tl|lira|shekels?|won|rand|forint"
        + "|usd|eur|gbp|chf|jpy|cny|inr|cad|aud|nzd|sek|nok|dkk|isk|pln|czk|huf|ron|bgn|try|ils|zar|brl|mxn|sgd|hkd|krw|aed|sar|thb|idr|myr|php|vnd|uah|rub|ars|clp|pkr|ngn|kes|egp|qar|kwd|twd)(?![a-z])")]
    private static partial Regex Mention();
}
