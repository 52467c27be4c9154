using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;
using LeadBot.Domain;

namespace LeadBot.Dialog.Settings;

/// <summary>Finds the person who was named. Somebody who never spoke with the bot is not known to it.</summary>
internal static class Finding
{
    /// <summary>Those who can be meant: by id, as a button carries it, else by name. More than one: ask.</summary>
    public static IReadOnlyList<Person> Person(Scene scene, string said)
    {
        said = said.Trim().TrimStart('@');
        IReadOnlyList<Person> people = [.. scene.Input.People.Append(scene.Person).DistinctBy(person => person.Id)];
        return people.Where(person => person.Id.Value == said).ToList() is { Count: 1 } exact ? exact
            : Spoken.Plain(said) is "me" or "myself" ? [scene.Person]
            : [.. Names.Match(said, [.. people.Select(person => person.Name)]).Select(at => people[at])];
    }

    /// <summary>Their name; their id where they were not loaded.</summary>
    public static string NameOf(Scene scene, PersonId id) =>
        id == scene.Person.Id ? scene.Person.Name : scene.Input.People.FirstOrDefault(person => person.Id == id)?.Name ?? Wording.RoleWords.Somebody;
}
