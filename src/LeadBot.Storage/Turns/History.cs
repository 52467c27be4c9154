using System.Data.Common;
using System.Text.Json;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Json;

namespace LeadBot.Storage.Turns;

/// <summary>What happened to the deals of a workspace, and what takes it back.</summary>
public static class History
{
    /// <summary>How long a change can be taken back.</summary>
    private static readonly TimeSpan s_undoable = TimeSpan.FromDays(1);

    /// <summary>The newest lines of a deal's history, newest first.</summary>
    public static IReadOnlyList<DealEvent> Of(WriteSession session, WorkspaceId workspace, DealId deal, int most) => session.All(
        "SELECT revision, at, done_by, event_key, what FROM deal_events WHERE workspace = $1 AND deal = $2 ORDER BY revision DESC LIMIT $3 + 0",
        row => Line(deal, row),
        workspace.Value,
        deal.ToString(),
        most);

    /// <summary>Everything the person's newest message of the last day changed, of those that changed something and were not taken back; null: none.</summary>
    public static UndoableChange? LastOf(WriteSession session, WorkspaceId workspace, PersonId person, DateTimeOffset now)
    {
        var newest = session.All(
            """
            SELECT at, channel, event_key FROM deal_events WHERE workspace = $1 AND done_by = $2 AND at >= $3 AND undone = 0
            ORDER BY at DESC, rowid DESC LIMIT 1
            """,
            row => (At: row.GetInt64(0), Channel: row.GetString(1), Event: row.GetString(2)),
            workspace.Value,
            person.Value,
            (now - s_undoable).UtcTicks);
        if (newest is not [var (at, channel, key)])
        {
            return null;
        }

        var deals = session.All(
            """
            SELECT e.document_before, d.document, e.revision, e.what FROM deal_events e JOIN deals d ON d.workspace = e.workspace AND d.id = e.deal
            WHERE e.workspace = $1 AND e.done_by = $2 AND e.at = $3 AND e.channel = $4 AND e.event_key = $5 AND e.undone = 0 ORDER BY e.rowid
            """,
            row => new UndoableDeal(
                row.IsDBNull(0) ? null : JsonSerializer.Deserialize(row.GetString(0), StoredJson.Documents.Deal),
                JsonSerializer.Deserialize(row.GetString(1), StoredJson.Documents.Deal)!,
                row.GetInt64(2),
                What(row, 3)),
            workspace.Value,
            person.Value,
            at,
            channel,
            key);
        return new UndoableChange(new DateTimeOffset(at, TimeSpan.Zero), [.. deals.Select(d => d with { Since = After(session, workspace, d.Now.Id, d.Changed) })]);
    }

    private static DealEvent? After(WriteSession session, WorkspaceId workspace, DealId deal, long revision) => session.First(
        """
        SELECT revision, at, done_by, event_key, what FROM deal_events WHERE workspace = $1 AND deal = $2 AND revision > $3 AND undone = 0
        ORDER BY revision DESC LIMIT 1
        """,
        row => Line(deal, row),
        workspace.Value,
        deal.ToString(),
        revision);

    private static DealEvent Line(DealId deal, DbDataReader row) => new(
        deal,
        row.GetInt64(0),
        new DateTimeOffset(row.GetInt64(1), TimeSpan.Zero),
        row.IsDBNull(2) ? null : new PersonId(row.GetString(2)),
        row.IsDBNull(3) ? null : row.GetString(3),
        What(row, 4));

    /// <summary>
    /// Adds a line with the deal's document as it is before the change; the job fails when the change is not the next one.
    /// A change that takes another back marks both as done with: neither is taken back again.
    /// </summary>
    /// <param name="message">Null: the clock did it, as with every change that the clock makes while a message is heard.</param>
    internal static void Add(WriteSession session, IncomingMessage? message, DealChange change, PersonId? by, DateTimeOffset now)
    {
        var (deal, what) = change;
        var takesBack = what.OfType<Happening.Undone>().FirstOrDefault();
        var byClock = what.All(Happening.IsByClock);
        object?[] line =
        [
            deal.Id.ToString(),
            deal.Revision,
            deal.Workspace.Value,
            now.UtcTicks,
            byClock ? null : by?.Value,
            byClock ? null : message?.Place.Channel,
            byClock ? null : message?.EventKey,
            JsonSerializer.Serialize(what, StoredJson.Documents.IReadOnlyListHappening),
            takesBack is not null,
        ];
        session.OneLater($"Deal {deal.Id} is not at revision {deal.Revision - 1}.", deal.Revision == 1 ? First : Next, line);
        if (takesBack is not null)
        {
            session.Later("UPDATE deal_events SET undone = 1 WHERE workspace = $1 AND deal = $2 AND revision = $3", deal.Workspace.Value, deal.Id.ToString(), takesBack.Revision);
            // What was taken back needs no manager.
            session.Later(
                "DELETE FROM raised WHERE workspace = $1 AND deal = $2 AND at = (SELECT at FROM deal_events WHERE workspace = $1 AND deal = $2 AND revision = $3)",
                deal.Workspace.Value,
                deal.Id.ToString(),
                takesBack.Revision);
        }
    }

    private const string First =
        """
        INSERT INTO deal_events (deal, revision, workspace, at, done_by, channel, event_key, what, undone, document_before)
        SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, NULL WHERE NOT EXISTS (SELECT 1 FROM deals WHERE workspace = $3 AND id = $1)
        """;

    private const string Next =
        """
        INSERT INTO deal_events (deal, revision, workspace, at, done_by, channel, event_key, what, undone, document_before)
        SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, document FROM deals WHERE id = $1 AND workspace = $3 AND revision = $2 - 1
        """;

    private static IReadOnlyList<Happening> What(DbDataReader row, int column) =>
        JsonSerializer.Deserialize(row.GetString(column), StoredJson.Documents.IReadOnlyListHappening)!;
}
