using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LeadBot.Dialog.Understanding;

/// <summary>Takes off a name what is not part of it. Whatever else was typed stays, brackets and stars too: half a name is nobody's.</summary>
internal static partial class NameText
{
    /// <summary>One line without quotes around it or a sentence's end; empty when it was nothing but punctuation.</summary>
    public static string Tidy(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            line.Append(Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) ? " " : Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && rune.Value != 0x200D ? "" : rune.ToString());
        }

        var words = string.Join(' ', line.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var name = WithoutEnd(Unquoted(WithoutEnd(words)));
        return name.All(c => char.IsPunctuation(c) || c is ' ' or '<' or '>' or '`') ? "" : name;
    }

    /// <summary>Without the quotes around all of it; quotes around a part of it stay.</summary>
    public static string Unquoted(string name) => Quotes().Replace(name, "${name}").Trim();

    // The dot of "Acme Inc." and "Acme S.A." belongs to the name.
    private static string WithoutEnd(string name)
    {
        var bare = name.TrimEnd(' ', '.', ',', '!', '?', ':', ';');
        return name[bare.Length..].StartsWith('.') && Abbreviated().IsMatch(bare) ? bare + "." : bare;
    }

    [GeneratedRegex("^(?:[\"“”„«»](?<name>[^\"“”„«»]*)[\"“”„«»]|`+(?<name>[^`]*)`+|['‘’](?<name>(?:[^'‘’]|(?<=\\w)['‘’](?=\\w))*)['‘’])$")]
    private static partial Regex Quotes();

    [GeneratedRegex("(?:^|[\\s,(])(?:inc|ltd|co|corp|bros|cos|mfg|intl|assoc|dept|est|jr|sr|st|gen|pty|plc|llc|cie|hnos|\\p{L}|(?:\\p{L}{1,2}\\.\\s?)+\\p{L}{1,2})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Abbreviated();
}
