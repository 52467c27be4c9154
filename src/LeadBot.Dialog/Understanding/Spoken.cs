using System.Globalization;
using System.Text;

namespace LeadBot.Dialog.Understanding;

/// <summary>What people type, made comparable: case, accents, width, curly quotes and kinds of dash carry no meaning.</summary>
internal static class Spoken
{
    /// <summary>Longer text is a story, not an answer; readers understand nothing in it.</summary>
    public const int Longest = 300;

    /// <summary>Lower-case without accents or control characters, single spaces, punctuation kept; empty when too long.</summary>
    public static string Lower(string text)
    {
        text = text.Trim();
        return text.Length > Longest ? "" : Fold(text);
    }

    /// <summary>Only letters and digits: apostrophes vanish ("dont"), other punctuation becomes a space.</summary>
    public static string Plain(string text) => LettersAndDigits(Lower(text));

    /// <summary>As <see cref="Plain"/>, however long.</summary>
    public static string PlainAtAnyLength(string text) => LettersAndDigits(Fold(text));

    private static string LettersAndDigits(string folded)
    {
        var plain = new StringBuilder(folded.Length);
        foreach (var c in folded)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) && plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(c);
            }
            else if (c != '\'')
            {
                plain.Append(' ');
            }
        }

        return OneSpaceBetween(plain.ToString());
    }

    private static string Fold(string text) => OneSpaceBetween(Ascii.IsValid(text) ? FoldAscii(text) : FoldAny(text));

    /// <summary>The same as <see cref="FoldAny"/> makes of it, without looking at categories.</summary>
    private static string FoldAscii(string text) => string.Create(text.Length, text, (folded, from) =>
    {
        for (var at = 0; at < from.Length; at++)
        {
            folded[at] = from[at] == '`' ? '\'' : char.IsControl(from[at]) ? ' ' : char.ToLowerInvariant(from[at]);
        }
    });

    private static string FoldAny(string text)
    {
        // Runes replace lone surrogates, on which Normalize would throw.
        var valid = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            valid.Append(rune.Value switch
            {
                0x2018 or 0x2019 or 0x201B or 0x00B4 or 0x0060 => "'",
                >= 0x2010 and <= 0x2015 or 0x2212 => "-",
                0x00DF => "ss",
                0x00F8 or 0x00D8 => "o",
                0xFFFE or 0xFFFF => " ",
                _ => Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control ? " "
                    : Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format ? ""
                    : rune.ToString(),
            });
        }

        var folded = new StringBuilder(valid.Length);
        foreach (var c in valid.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }

        return folded.ToString();
    }

    private static string OneSpaceBetween(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
