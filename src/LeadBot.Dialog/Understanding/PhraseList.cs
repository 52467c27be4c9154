namespace LeadBot.Dialog.Understanding;

/// <summary>
/// Whole messages and what they mean, found also when slightly misspelt or run together. Phrases are written as
/// <see cref="Spoken.Plain"/> gives them.
/// </summary>
internal sealed class PhraseList<T>
    where T : struct
{
    private readonly Dictionary<string, T> _meanings = [];
    private readonly List<(string[] Words, string RunTogether, T Meaning)> _phrases = [];

    public PhraseList<T> Add(T meaning, string phrases)
    {
        foreach (var phrase in phrases.Split('|'))
        {
            _meanings.Add(phrase, meaning);
            _phrases.Add((phrase.Split(' '), phrase.Replace(" ", "", StringComparison.Ordinal), meaning));
        }

        return this;
    }

    /// <summary>What it means, or null; also when near-misses disagree.</summary>
    public T? Find(string plain)
    {
        if (_meanings.TryGetValue(plain, out var meaning))
        {
            return meaning;
        }

        var words = plain.Split(' ');
        var runTogether = string.Concat(words);
        var near = _phrases.Where(p => p.RunTogether == runTogether || Spelling.AreNear(words, p.Words)).Select(p => p.Meaning).Distinct().ToList();
        return near.Count == 1 ? near[0] : null;
    }
}
