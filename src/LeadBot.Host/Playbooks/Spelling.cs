namespace LeadBot.Host.Playbooks;

/// <summary>Guesses what a misspelt key was meant to be.</summary>
internal static class Spelling
{
    /// <summary>The closest known word at most a third of its letters away, or null.</summary>
    public static string? Nearest(string typed, IEnumerable<string> known) => known
        .Select(word => (word, distance: Distance(typed.ToLowerInvariant().Replace('_', '-'), word)))
        .Where(guess => guess.distance <= Math.Max(1, guess.word.Length / 3))
        .OrderBy(guess => guess.distance)
        .Select(guess => guess.word)
        .FirstOrDefault();

    // Levenshtein, row by row.
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > b.Length)
        {
            return int.MaxValue;
        }

        var above = Enumerable.Range(0, b.Length + 1).ToArray();
        foreach (var letter in a)
        {
            var row = new int[b.Length + 1];
            row[0] = above[0] + 1;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (letter == b[j - 1] ? 0 : 1));
            }

            above = row;
        }

        return above[^1];
    }
}
