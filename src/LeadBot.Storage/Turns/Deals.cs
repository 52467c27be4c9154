using System.Text.Json;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
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

    /// <summary>
    /// Writes every changed deal, new or in its next revision, with a line of its history; false when another turn was
    /// there first with one of them, and then nothing of this may be kept.
    /// </summary>
    public static bool Save(WriteSession session, IncomingMessage message, IReadOnlyList<DealChange> changes, TurnInput input) =>
        changes.All(change => Save(session, message, change, input));

    private static bool Save(WriteSession session, IncomingMessage message, DealChange change, TurnInput input)
    {
        var deal = change.Deal;
        var before = session.First("SELECT document FROM deals WHERE id = $1", row => row.GetString(0), deal.Id.ToString());
        return Write(session, deal) && 1 == session.Execute(
            """
            INSERT INTO deal_events (deal, revision, workspace, at, done_by, channel, event_key, what, document_before, undone)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0)
            """,
            deal.Id.ToString(),
            deal.Revision,
            deal.Workspace.Value,
            input.Now.UtcTicks,
            input.Person.Id.Value,
            message.Place.Channel,
            message.EventKey,
            JsonSerializer.Serialize(change.What, StoredJson.Documents.IReadOnlyListHappening),
            before);
    }

    private static bool Write(WriteSession session, Deal deal)
    {
        var document = JsonSerializer.Serialize(deal, StoredJson.Documents.Deal);
        return 1 == (deal.Revision == 1
            ? session.Execute(
                """
                INSERT INTO deals (id, workspace, owner, name, state, revision, document, stage, closed_at, hours_sunk, urgency, listed_times, crm_id)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, 0, $11)
                ON CONFLICT (id) DO NOTHING
                """,
                deal.Id.ToString(),
                deal.Workspace.Value,
                deal.Owner.Value,
                deal.Name,
                deal.State.ToString(),
                deal.Revision,
                document,
                deal.Stage,
                (deal.WonAt ?? deal.Lost?.At)?.UtcTicks,
                (double)deal.Course.HoursSunk,
                deal.Crm?.Id)
            : session.Execute(
                """
                UPDATE deals SET owner = $3, name = $4, state = $5, revision = $6, document = $7, stage = $8, closed_at = $9, hours_sunk = $10, crm_id = $11
                WHERE id = $1 AND workspace = $2 AND revision = $6 - 1
                """,
                deal.Id.ToString(),
                deal.Workspace.Value,
                deal.Owner.Value,
                deal.Name,
                deal.State.ToString(),
                deal.Revision,
                document,
                deal.Stage,
                (deal.WonAt ?? deal.Lost?.At)?.UtcTicks,
                (double)deal.Course.HoursSunk,
                deal.Crm?.Id));
    }
}
