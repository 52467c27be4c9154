namespace LeadBot.Dialog.Understanding;

/// <summary>
/// Whole messages and what they mean, found also when slightly misspelt or run together. Phrases are written as
/// <see cref="Spoken.Plain"/> gives them.
/// </summary>
internal sealed class PhraseList<T>
    where T : struct
{
    private readonly Dictionary<string, T> _meanings = [];
    private readonly Dictionary<string, T> _runTogether = [];
    private readonly Dictionary<int, List<(string[] Words, T Meaning)>> _byLength = [];

    public PhraseList<T> Add(T meaning, string phrases)
    {
        foreach (var phrase in phrases.Split('|'))
        {
            var words = phrase.Split(' ');
            _meanings.Add(phrase, meaning);
            _runTogether.TryAdd(string.Concat(words), meaning);
            if (!_byLength.TryGetValue(words.Length, out var sameLength))
            {
                _byLength.Add(words.Length, sameLength = []);
            }

            sameLength.Add((words, meaning));
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
        if (_runTogether.TryGetValue(string.Concat(words), out meaning))
        {
            return meaning;
        }

        T? found = null;
        foreach (var (phrase, near) in _byLength.GetValueOrDefault(words.Length) ?? [])
        {
            if (Spelling.AreNear(words, phrase))
            {
                if (found is { } other && !EqualityComparer<T>.Default.Equals(other, near))
                {
                    return null;
                }

                found = near;
            }
        }

        return found;
    }
}
