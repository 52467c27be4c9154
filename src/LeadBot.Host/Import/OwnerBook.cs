using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;
using LeadBot.Domain;

namespace LeadBot.Host.Import;

/// <summary>Whom a file's owners are in LeadBot: people who have talked to it, by id, by name, or as the mapping says.</summary>
public sealed class OwnerBook
{
    private readonly Dictionary<string, Person> _byId;
    private readonly ILookup<string, Person> _byName;
    private readonly IReadOnlyDictionary<string, string> _mapped;

    public OwnerBook(IReadOnlyList<Person> people, ImportMapping mapping)
    {
        _byId = people.ToDictionary(person => person.Id.Value, StringComparer.Ordinal);
        _byName = people.ToLookup(person => Names.Plain(person.Name), StringComparer.Ordinal);
        _mapped = mapping.Owners;
    }

    /// <summary>Those of one name are more than one: which is meant nobody can say. Nobody: unknown.</summary>
    public IReadOnlyList<Person> Find(string said) =>
        _mapped.TryGetValue(said, out var mapped) ? Known(mapped) : Known(said) is { Count: > 0 } known ? known : Known(WithoutAddress(said));

    /// <summary>The person of that id; null: unknown.</summary>
    public Person? ById(string id) => _byId.GetValueOrDefault(id);

    private IReadOnlyList<Person> Known(string said) => _byId.TryGetValue(said, out var person) ? [person] : [.. _byName[Names.Plain(said)]];

    // "Kim Park (kim@example.com)", "Kim Park <kim@example.com>"
    private static string WithoutAddress(string said)
    {
        var at = said.IndexOfAny(['(', '<']);
        return at > 0 ? said[..at].Trim() : said;
    }
}
