using LeadBot.Dialog.Digests;
using LeadBot.Storage.Gate;

namespace LeadBot.Storage.Retention;

/// <summary>Deletes what has been kept long enough, a few rows at a time, so that no turn waits for it.</summary>
public static class Forgetting
{
    /// <summary>The rows looked at in one job.</summary>
    public const int Batch = 500;

    /// <summary>Deletes events taken before then, the oldest of them first; returns how many.</summary>
    public static int Events(WriteSession session, DateTimeOffset before) => session.Execute(
        "DELETE FROM processed_events WHERE taken_at < $1 AND id IN (SELECT id FROM processed_events ORDER BY id LIMIT $2 + 0)",
        before.UtcTicks,
        Batch);

    /// <summary>The messages said before then, among the oldest, that are deleted with the others though they were never sent or given up: by channel.</summary>
    public static IReadOnlyList<(string Channel, int Count)> Unsent(WriteSession session, DateTimeOffset before) => session.All(
        """
        SELECT c.channel, COUNT(*) FROM outbox m JOIN conversations c ON c.workspace = m.workspace AND c.id = m.conversation
        WHERE m.said_at < $1 AND m.sent_at IS NULL AND m.dead_at IS NULL AND m.id IN (SELECT id FROM outbox ORDER BY id LIMIT $2 + 0)
        GROUP BY c.channel
        """,
        row => (row.GetString(0), row.GetInt32(1)),
        before.UtcTicks,
        Batch);

    /// <summary>Deletes messages said before then, the oldest of them first; returns how many. What nobody delivers goes too.</summary>
    public static int Messages(WriteSession session, DateTimeOffset before)
    {
        var deleted = session.Execute(
            "DELETE FROM outbox WHERE said_at < $1 AND id IN (SELECT id FROM outbox ORDER BY id LIMIT $2 + 0)",
            before.UtcTicks,
            Batch);
        if (deleted > 0)
        {
            session.Execute("DELETE FROM deliveries WHERE NOT EXISTS (SELECT 1 FROM outbox m WHERE m.workspace = deliveries.workspace AND m.conversation = deliveries.conversation AND m.sent_at IS NULL AND m.dead_at IS NULL)");
        }

        return deleted;
    }

    /// <summary>Forgets how deals were before changes made before then, too long ago to be taken back; what happened to them stays. Returns how many.</summary>
    public static int Undoable(WriteSession session, DateTimeOffset before) => session.Execute(
        """
        UPDATE deal_events SET document_before = NULL
        WHERE rowid IN (SELECT rowid FROM deal_events WHERE document_before IS NOT NULL AND at < $1 ORDER BY at LIMIT $2 + 0)
        """,
        before.UtcTicks,
        Batch);

    /// <summary>Deletes lines of audit logs written before then, the oldest of them first; returns how many.</summary>
    public static int Audit(WriteSession session, DateTimeOffset before) => session.Execute(
        "DELETE FROM audit WHERE at < $1 AND id IN (SELECT id FROM audit ORDER BY id LIMIT $2 + 0)",
        before.UtcTicks,
        Batch);

    /// <summary>Deletes which digests were sent before then, the oldest of them first; returns how many. Their old buttons go on working, each for its deal.</summary>
    public static int Digests(WriteSession session, DateTimeOffset before) => session.Execute(
        "DELETE FROM digests WHERE at < $1 AND rowid IN (SELECT rowid FROM digests ORDER BY rowid LIMIT $2 + 0)",
        before.UtcTicks,
        Batch);

    /// <summary>Deletes what managers had to hear of before then; returns how many.</summary>
    public static int Raised(WriteSession session, DateTimeOffset before) => session.Execute(
        "DELETE FROM raised WHERE rowid IN (SELECT rowid FROM raised WHERE at < $1 ORDER BY at LIMIT $2 + 0)",
        before.UtcTicks,
        Batch);

    /// <summary>Deletes what managers were told of that is no longer raised; of deals left strung along, which is never kept as raised, what was told before then. Returns how many.</summary>
    public static int Told(WriteSession session, DateTimeOffset before) => session.Execute(
        """
        DELETE FROM told WHERE rowid IN (
            SELECT t.rowid FROM told t
            WHERE NOT EXISTS (SELECT 1 FROM raised r WHERE r.workspace = t.workspace AND r.about = t.about)
                AND (t.about NOT LIKE $1 || ':%' OR t.listed_as_of < $2)
            LIMIT $3 + 0)
        """,
        nameof(Need.LeftStrungAlong),
        before.UtcTicks,
        Batch);
}
