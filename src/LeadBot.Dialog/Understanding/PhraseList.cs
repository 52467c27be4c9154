namespace LeadBot.Dialog.Understanding;

/// <summary>Whole messages and what they mean, found also when slightly misspelt. Phrases are written as <see cref="Spoken.Plain"/> gives them.</summary>
internal sealed class PhraseList<T>
    where T : struct
{
    private readonly Dictionary<string, T> _meanings = [];

    public PhraseList<T> Add(T meaning, string phrases)
    {
        foreach (var phrase in phrases.Split('|'))
        {
            _meanings.Add(phrase, meaning);
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

        T? found = null;
        foreach (var (phrase, near) in _meanings)
        {
            if (Spelling.IsNear(plain, phrase))
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
