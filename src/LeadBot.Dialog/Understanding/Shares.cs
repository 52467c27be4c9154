using System.Globalization;
using System.Text.RegularExpressions;

namespace LeadBot.Dialog.Understanding;

/// <summary>Reads a share or a chance.</summary>
public static partial class Shares
{
    /// <summary>0 to 1, or null: "5%", "5 percent", "0.05", "7,5 %". A bare number above 0.5 is a percentage.</summary>
    public static double? Read(string text)
    {
        var match = Share().Match(Spoken.Lower(text));
        if (!match.Success || !double.TryParse(match.Groups["number"].Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var share = match.Groups["percent"].Success || number > 0.5 ? number / 100 : number;
        return share <= 1 ? share : null;
    }

    [GeneratedRegex("^(?:about |a )?(?<number>[0-9]{1,3}(?:[.,][0-9]{1,4})?)(?<percent> ?(?:%|percent|per cent|pct|prozent))?(?: chance)?$")]
    private static partial Regex Share();
}
