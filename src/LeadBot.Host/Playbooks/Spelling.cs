namespace LeadBot.Host.Playbooks;

/// <summary>Guesses what a misspelt key was meant to be.</summary>
internal static class Spelling
{
    // Fewer letters begin too many words.
    private const int Telling = 3;

    /// <summary>The closest known word at most a third of its letters away, else one that is only cut short, or null.</summary>
    public static string? Nearest(string typed, IReadOnlyCollection<string> known) => Closest(typed, known)
        ?? known.FirstOrDefault(word => typed.Length >= Telling && word.StartsWith(typed, StringComparison.OrdinalIgnoreCase));

    private static string? Closest(string typed, IEnumerable<string> known) => known
        .Select(word => (word, distance: Distance(typed.ToLowerInvariant().Replace('_', '-'), word.ToLowerInvariant())))
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
