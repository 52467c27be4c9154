using System.Text.Json;
using LeadBot.Storage.Json;

namespace LeadBot.Storage.Erasing;

/// <summary>Finds what is to be forgotten in stored cards: an id as it stands there, a name among other words.</summary>
internal sealed class Mentions(IReadOnlyCollection<string> ids, IReadOnlyCollection<string> names)
{
    /// <summary>A name of one letter is in every other text.</summary>
    private const int ShortestName = 2;

    /// <summary>What a card says of itself, and not of anybody.</summary>
    private static readonly HashSet<string> s_ofCards = ["is", "action", "tone", "style"];

    private readonly HashSet<string> _ids = [.. ids];
    private readonly List<string> _names = [.. names.Where(name => name.Length >= ShortestName).Distinct()];
    private readonly List<string> _written =
    [
        .. ids.Concat(names.Where(name => name.Length >= ShortestName)).Distinct()
            .Select(text => JsonSerializer.Serialize(text, StoredJson.Documents.String)[1..^1]),
    ];

    public bool In(string json)
    {
        if (!_written.Exists(text => json.Contains(text, StringComparison.Ordinal)))
        {
            return false;
        }

        using var document = JsonDocument.Parse(json);
        return In(document.RootElement);
    }

    /// <summary>The same of plain words.</summary>
    public bool InWords(string text) => _ids.Contains(text) || _names.Exists(name => Names(text, name));

    private bool In(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any(field => !s_ofCards.Contains(field.Name) && In(field.Value)),
        JsonValueKind.Array => value.EnumerateArray().Any(In),
        JsonValueKind.String => InWords(value.GetString()!),
        _ => false,
    };

    /// <summary>Sun is in "Sun, since Friday" and not in "Sunday".</summary>
    private static bool Names(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }
}
