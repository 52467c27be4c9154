using System.Text.Json;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Json;

namespace LeadBot.Storage.Turns;

/// <summary>The people of a workspace, within a turn.</summary>
public static class People
{
    /// <summary>The person, or null when they were never heard.</summary>
    public static Person? Find(WriteSession session, WorkspaceId workspace, PersonId id) => session.First(
        "SELECT document FROM people WHERE workspace = $1 AND id = $2",
        row => JsonSerializer.Deserialize(row.GetString(0), StoredJson.Documents.Person),
        workspace.Value,
        id.Value);

    /// <summary>Writes them as they are from now on.</summary>
    public static void Save(WriteSession session, Person person) => session.Execute(
        "INSERT INTO people (workspace, id, document) VALUES ($1, $2, $3) ON CONFLICT (workspace, id) DO UPDATE SET document = excluded.document",
        person.Workspace.Value,
        person.Id.Value,
        JsonSerializer.Serialize(person, StoredJson.Documents.Person));
}
