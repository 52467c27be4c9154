using LeadBot.Storage.Gate;

namespace LeadBot.Storage.Retention;

/// <summary>Deletes what has been kept long enough, a few rows at a time, so that no turn waits for it.</summary>
public static class Forgetting
{
    /// <summary>The rows looked at in one job.</summary>
    public const int Batch = 500;

    /// <summary>Deletes events taken before then, the oldest of them first; returns how many.</summary>
    public static int Events(WriteSession session, DateTimeOffset before) => session.Execute(
        "DELETE FROM processed_events WHERE taken_at < $1 AND id IN (SELECT id FROM processed_events ORDER BY id LIMIT $2)",
        before.UtcTicks,
        Batch);

    /// <summary>The messages said before then, among the oldest, that are deleted with the others though they were never sent or given up: by channel.</summary>
    public static IReadOnlyList<(string Channel, int Count)> Unsent(WriteSession session, DateTimeOffset before) => session.All(
        """
        SELECT c.channel, COUNT(*) FROM outbox m JOIN conversations c ON c.id = m.conversation
        WHERE m.said_at < $1 AND m.sent_at IS NULL AND m.dead_at IS NULL AND m.id IN (SELECT id FROM outbox ORDER BY id LIMIT $2)
        GROUP BY c.channel
        """,
        row => (row.GetString(0), row.GetInt32(1)),
        before.UtcTicks,
        Batch);

    /// <summary>Deletes messages said before then, the oldest of them first; returns how many. What nobody delivers goes too.</summary>
    public static int Messages(WriteSession session, DateTimeOffset before)
    {
        var deleted = session.Execute(
            "DELETE FROM outbox WHERE said_at < $1 AND id IN (SELECT id FROM outbox ORDER BY id LIMIT $2)",
            before.UtcTicks,
            Batch);
        if (deleted > 0)
        {
            session.Execute("DELETE FROM deliveries WHERE NOT EXISTS (SELECT 1 FROM outbox m WHERE m.conversation = deliveries.conversation AND m.sent_at IS NULL AND m.dead_at IS NULL)");
        }

        return deleted;
    }
}
