using System.Text.Json.Nodes;

namespace LeadBot.Channels.Slack.Blocks;

/// <summary>
/// Words that show as they were typed. Slack's own markup has no escape for its stars and underscores, so it is not used:
/// plain text objects and the text of rich text blocks are read as nothing but text.
/// </summary>
internal static class SlackText
{
    public static JsonObject Plain(string text, int most) => new()
    {
        ["type"] = "plain_text",
        ["text"] = Cut(Tidy(text) is { Length: > 0 } tidy ? tidy : "…", most),
        ["emoji"] = false,
    };

    /// <summary>A run of a rich text block.</summary>
    public static JsonObject Run(string text, bool bold = false)
    {
        var run = new JsonObject { ["type"] = "text", ["text"] = text };
        if (bold)
        {
            run["style"] = new JsonObject { ["bold"] = true };
        }

        return run;
    }

    /// <summary>For a message's <c>text</c>, which is always read for mentions and links: nobody is pinged by it.</summary>
    public static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    public static string Tidy(string text) => text.ReplaceLineEndings("\n").Trim();

    /// <summary>The text with an ellipsis in place of what is too much; no character is split.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = Math.Max(most - 1, 0);
        return string.Concat(text.AsSpan(0, end > 0 && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end), "…");
    }

    /// <summary>The text in pieces that fit, broken where a line or a word ends if one ends near.</summary>
    public static IEnumerable<string> Pieces(string text, int most)
    {
        for (var left = Tidy(text); left.Length > 0;)
        {
            var end = left.Length <= most ? left.Length : End(left, most);
            yield return left[..end].TrimEnd();
            left = left[end..].TrimStart();
        }
    }

    private static int End(string text, int most)
    {
        var near = text.LastIndexOf('\n', most - 1, most / 2) is var line and > 0 ? line : text.LastIndexOf(' ', most - 1, most / 2);
        return near > 0 ? near : char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
    }
}
