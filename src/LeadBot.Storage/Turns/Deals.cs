using System.Text.Json;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Json;

namespace LeadBot.Storage.Turns;

/// <summary>The deals of a workspace, within a turn.</summary>
public static class Deals
{
    /// <summary>The deal of that id, or null when the workspace has none.</summary>
    public static Deal? Find(WriteSession session, WorkspaceId workspace, DealId id) => session.First(
        "SELECT document FROM deals WHERE id = $1 AND workspace = $2",
        row => JsonSerializer.Deserialize(row.GetString(0), StoredJson.Documents.Deal),
        id.ToString(),
        workspace.Value);

    /// <summary>The names of a person's deals, to be matched by name; oldest first.</summary>
    public static IReadOnlyList<(DealId Id, string Name)> NamesOf(WriteSession session, WorkspaceId workspace, PersonId owner) => session.All(
        "SELECT id, name FROM deals WHERE workspace = $1 AND owner = $2 ORDER BY id",
        row => (new DealId(Guid.ParseExact(row.GetString(0), "N")), row.GetString(1)),
        workspace.Value,
        owner.Value);

    /// <summary>Writes a new deal or the next revision of a known one; false when another turn was there first.</summary>
    public static bool Save(WriteSession session, Deal deal)
    {
        var document = JsonSerializer.Serialize(deal, StoredJson.Documents.Deal);
        return 1 == (deal.Revision == 1
            ? session.Execute(
                """
                INSERT INTO deals (id, workspace, owner, name, state, revision, document) VALUES ($1, $2, $3, $4, $5, $6, $7)
                ON CONFLICT (id) DO NOTHING
                """,
                deal.Id.ToString(),
                deal.Workspace.Value,
                deal.Owner.Value,
                deal.Name,
                deal.State.ToString(),
                deal.Revision,
                document)
            : session.Execute(
                """
                UPDATE deals SET owner = $3, name = $4, state = $5, revision = $6, document = $7
                WHERE id = $1 AND workspace = $2 AND revision = $6 - 1
                """,
                deal.Id.ToString(),
                deal.Workspace.Value,
                deal.Owner.Value,
                deal.Name,
                deal.State.ToString(),
                deal.Revision,
                document));
    }
}
