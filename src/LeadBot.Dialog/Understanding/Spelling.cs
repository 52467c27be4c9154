namespace LeadBot.Dialog.Understanding;

/// <summary>When a word may be a misspelling of another.</summary>
internal static class Spelling
{
    /// <summary>
    /// Whether <paramref name="said"/> is likely meant to be <paramref name="word"/>. Short words have many neighbours that
    /// mean something else (back, bank), so up to five letters only swapped, doubled or dropped letters count; from six
    /// one edit, from nine two, from fifteen three. The first letter is nearly always right.
    /// </summary>
    public static bool IsNear(string said, string word)
    {
        if (said == word)
        {
            return true;
        }

        if (word.Length < 4 || said.Length < 3 || said[0] != word[0])
        {
            return false;
        }

        return word.Length < 6
            ? IsSlip(said, word)
            : Distance(said, word) <= (word.Length < 9 ? 1 : word.Length < 15 ? 2 : 3);
    }

    /// <summary>Whether each word is near the one in its place: a sentence with another word in it says something else.</summary>
    public static bool AreNear(string[] said, string[] words) => said.Length == words.Length && !said.Where((word, i) => !IsNear(word, words[i])).Any();

    /// <summary>Edits between two words, a swap of neighbours counting one (optimal string alignment).</summary>
    public static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 4 || a.Length > Spoken.Longest)
        {
            return int.MaxValue;
        }

        var beforeLast = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[b.Length];
    }

    private static bool IsSlip(string said, string word)
    {
        if (Distance(said, word) != 1)
        {
            return false;
        }

        // A lost last letter may turn "can't" into "can".
        return said.Length == word.Length ? said.Order().SequenceEqual(word.Order())
            : said.Length < word.Length ? said[^1] == word[^1]
            : IsDoubled(said, word);
    }

    private static bool IsDoubled(string said, string word) =>
        Enumerable.Range(1, said.Length - 1).Any(i => said[i] == said[i - 1] && said.Remove(i, 1) == word);
}
