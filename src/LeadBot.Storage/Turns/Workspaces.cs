using System.Text.Json;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Json;

namespace LeadBot.Storage.Turns;

/// <summary>The workspaces, within a turn.</summary>
public static class Workspaces
{
    /// <summary>The workspace, or null when it was never seen.</summary>
    public static Workspace? Find(WriteSession session, WorkspaceId id) => Ask(session, id).First;

    /// <inheritdoc cref="Find"/>
    public static Asked<Workspace> Ask(WriteSession session, WorkspaceId id) => session.Ask(
        "SELECT document FROM workspaces WHERE id = $1",
        row => JsonSerializer.Deserialize(row.GetString(0), StoredJson.Documents.Workspace)!,
        id.Value);

    /// <summary>Its row as it was read, to see later whether it still is so; null when it was never seen.</summary>
    public static StoredWorkspace? Read(WriteSession session, WorkspaceId id) => session.First(
        "SELECT document, rules_changed_at FROM workspaces WHERE id = $1",
        row => new StoredWorkspace(row.GetString(0), row.IsDBNull(1) ? null : row.GetInt64(1)),
        id.Value);

    /// <summary>Its limits or calendar changed: every person's deals are put forward when that person is next reminded.</summary>
    public static void RulesChanged(WriteSession session, WorkspaceId id, DateTimeOffset now) => session.Execute(
        "UPDATE workspaces SET rules_changed_at = $2 WHERE id = $1",
        id.Value,
        now.UtcTicks);

    /// <summary>Writes it as it is from now on.</summary>
    public static void Save(WriteSession session, Workspace workspace) => session.Execute(
        "INSERT INTO workspaces (id, document) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET document = excluded.document",
        workspace.Id.Value,
        JsonSerializer.Serialize(workspace, StoredJson.Documents.Workspace));
}

/// <summary>A workspace's row.</summary>
/// <param name="RulesChangedAt">When its limits or calendar changed last, UTC ticks; null: never.</param>
public sealed record StoredWorkspace(string Document, long? RulesChangedAt)
{
    public Workspace Workspace() => JsonSerializer.Deserialize(Document, StoredJson.Documents.Workspace)!;
}
