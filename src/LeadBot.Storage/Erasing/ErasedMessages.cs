using LeadBot.Domain;
using LeadBot.Storage.Gate;

namespace LeadBot.Storage.Erasing;

/// <summary>Cards and immediate answers that mention what is forgotten, sent or not. It looks at all that is kept of the workspace.</summary>
internal static class ErasedMessages
{
    public static void Erase(WriteSession session, WorkspaceId workspace, Mentions mentions)
    {
        var cards = session.All(
            "SELECT id, card FROM outbox WHERE workspace = $1",
            row => mentions.In(row.GetString(1)) ? row.GetInt64(0) : (long?)null,
            workspace.Value);
        foreach (var id in cards.OfType<long>())
        {
            session.Execute("DELETE FROM outbox WHERE workspace = $1 AND id = $2", workspace.Value, id);
        }

        EndDeliveries(session, workspace);
        var answers = session.All(
            "SELECT id, response FROM processed_events WHERE workspace = $1 AND response IS NOT NULL",
            row => mentions.In(row.GetString(1)) ? row.GetInt64(0) : (long?)null,
            workspace.Value);
        foreach (var id in answers.OfType<long>())
        {
            session.Execute("UPDATE processed_events SET response = NULL WHERE workspace = $1 AND id = $2", workspace.Value, id);
        }
    }

    /// <summary>Where nothing waits any more, nobody has to look.</summary>
    public static void EndDeliveries(WriteSession session, WorkspaceId workspace) => session.Execute(
        """
        DELETE FROM deliveries WHERE workspace = $1
            AND NOT EXISTS (SELECT 1 FROM outbox m WHERE m.workspace = deliveries.workspace AND m.conversation = deliveries.conversation AND m.sent_at IS NULL AND m.dead_at IS NULL)
        """,
        workspace.Value);
}
