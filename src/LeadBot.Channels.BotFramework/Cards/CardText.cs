using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace LeadBot.Channels.BotFramework.Cards;

/// <summary>
/// Text in a TextBlock or a FactSet is read as a subset of Markdown; this writes it so that it shows as it was typed.
/// </summary>
internal static partial class CardText
{
    // Everything that could be markup anywhere in a text; its first sign is looked at apart.
    private static readonly SearchValues<char> Suspects = SearchValues.Create("\\*_`~[]<&{\r\n");

    public static string Escape(string text)
    {
        if (text.Length > 0 && char.IsLetter(text[0]) && !char.IsWhiteSpace(text[^1]) && !text.AsSpan().ContainsAny(Suspects))
        {
            return text;
        }

        var lines = text.Trim().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        // In Markdown only an empty line ends a line.
        return string.Join("\n\n", lines.Select(EscapeLine));
    }

    private static string EscapeLine(string line)
    {
        var escaped = new StringBuilder(line.Length + 8);
        for (var i = 0; i < line.Length; i++)
        {
            if (IsMarkup(line, i))
            {
                escaped.Append('\\');
            }

            escaped.Append(line[i]);
        }

        return NumberedItem().Replace(escaped.ToString(), @"$1\$2");
    }

    // A tag, an entity or the card language's own {{DATE(…)}} begins with a sign that is harmless on its own.
    private static bool IsMarkup(string line, int at) => line[at] switch
    {
        '\\' or '*' or '_' or '`' or '~' or '[' or ']' => true,
        '-' or '+' or '#' or '>' or '=' or '|' => at == 0,
        '<' => at + 1 < line.Length && (char.IsLetter(line[at + 1]) || line[at + 1] is '/' or '!' or '?'),
        '&' => at + 1 < line.Length && (char.IsLetter(line[at + 1]) || line[at + 1] == '#'),
        '{' => at + 1 < line.Length && line[at + 1] == '{',
        _ => false,
    };

    [GeneratedRegex(@"^(\d+)([.)])(?=\s|$)")]
    private static partial Regex NumberedItem();
}
