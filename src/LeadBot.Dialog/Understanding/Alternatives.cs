namespace LeadBot.Dialog.Understanding;

/// <summary>"Maybe" before a number makes it vague; between two it means "or".</summary>
internal static class Alternatives
{
    /// <summary>The words without "maybe", or with "or" for it: "five grand, maybe six".</summary>
    public static string[] Read(string[] words, IReadOnlyDictionary<string, decimal> scales, ref bool vague)
    {
        vague |= Array.Exists(words, IsMaybe);
        var read = new List<string>(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            if (!IsMaybe(words[i]))
            {
                read.Add(words[i]);
            }
            else if (i < words.Length - 1 && read.FindLast(word => word != ",") is { } before && EndsNumber(before, scales))
            {
                read.Add("or");
            }
        }

        return [.. read];
    }

    private static bool IsMaybe(string word) => word is "maybe" or "perhaps" or "probably" or "possibly";

    private static bool EndsNumber(string word, IReadOnlyDictionary<string, decimal> scales) =>
        char.IsAsciiDigit(word[^1]) || NumberWords.Units.ContainsKey(word) || scales.ContainsKey(word) || word is "hundred" or "hundert" or "dozen" or "half" or "couple" or "few";
}
