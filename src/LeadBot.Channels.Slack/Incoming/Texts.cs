using System.Text.RegularExpressions;

namespace LeadBot.Channels.Slack.Incoming;

/// <summary>What a person typed, without what Slack put around it; people stay as "@Kim", channels as "#sales".</summary>
internal static partial class Texts
{
    /// <summary>How many people are looked up by one message.</summary>
    private const int MostPeople = 5;

    /// <summary>Who is named in it, but for the bot itself.</summary>
    public static IReadOnlyList<string> People(string text, string? bot) =>
        [.. Mention().Matches(text).Select(mention => mention.Groups[1].Value).Where(user => user != bot).Distinct().Take(MostPeople)];

    /// <param name="names">Of the people in it, by user id.</param>
    public static string Plain(string text, string? bot, IReadOnlyDictionary<string, string> names)
    {
        var said = bot is null ? text : Regex.Replace(text, $@"\s*<@{bot}(?:\|[^>]*)?>[,:]?\s*", " ", RegexOptions.CultureInvariant);
        said = Bracketed().Replace(said, found => Word(found.Groups[1].Value, names));
        return said.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal)
            .Replace('\u00a0', ' ').Trim();
    }

    private static string Word(string inside, IReadOnlyDictionary<string, string> names)
    {
        var bar = inside.IndexOf('|', StringComparison.Ordinal);
        var (what, label) = bar < 0 ? (inside, "") : (inside[..bar], inside[(bar + 1)..]);
        return what switch
        {
            ['@', .. var user] => "@" + (names.GetValueOrDefault(user) ?? (label.Length > 0 ? label : user)),
            ['#', .. var channel] => "#" + (label.Length > 0 ? label : channel),
            ['!', .. var special] => label.Length > 0 ? label : "@" + special.Split('^')[0],
            _ => label.Length > 0 ? label : what,
        };
    }

    [GeneratedRegex("<@([UW][A-Z0-9]{1,39})(?:\\|[^<>]*)?>", RegexOptions.CultureInvariant)]
    private static partial Regex Mention();

    [GeneratedRegex("<([@#!][^<>]+|[a-z][a-z0-9+.-]*:[^<>]+)>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();
}
