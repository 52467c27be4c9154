using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Storage.Gate;

namespace LeadBot.Storage.Delivering;

/// <summary>How delivery is in a workspace.</summary>
public static class DeliveryStatuses
{
    private const int MostListed = 10;

    /// <summary>As it is now; what was given up counts for seven days.</summary>
    public static DeliveryStatus Of(WriteSession session, WorkspaceId workspace, DateTimeOffset now)
    {
        var (waiting, oldest) = session.All(
            "SELECT COUNT(*), MIN(said_at) FROM outbox WHERE workspace = $1 AND sent_at IS NULL AND dead_at IS NULL",
            row => (row.GetInt32(0), row.IsDBNull(1) ? (DateTimeOffset?)null : At(row.GetInt64(1))),
            workspace.Value)[0];
        var since = now.AddDays(-7).UtcTicks;
        var dead = session.All("SELECT COUNT(*) FROM outbox WHERE workspace = $1 AND dead_at >= $2", row => row.GetInt32(0), workspace.Value, since)[0];
        var newestDead = session.All(
            """
            SELECT m.dead_at, c.channel, m.dead_because FROM outbox m JOIN conversations c ON c.workspace = m.workspace AND c.id = m.conversation
            WHERE m.workspace = $1 AND m.dead_at >= $2 ORDER BY m.dead_at DESC LIMIT $3 + 0
            """,
            row => (At(row.GetInt64(0)), row.GetString(1), row.GetString(2)),
            workspace.Value,
            since,
            MostListed);
        var digests = session.All(
            """
            SELECT d.at, COALESCE(json_extract(p.document, '$.name'), d.person) FROM digests d
            LEFT JOIN people p ON p.workspace = d.workspace AND p.id = d.person
            WHERE d.workspace = $1 ORDER BY d.at DESC LIMIT $2 + 0
            """,
            row => (At(row.GetInt64(0)), row.GetString(1)),
            workspace.Value,
            MostListed);
        return new DeliveryStatus(waiting, oldest, dead, newestDead, digests);
    }

    /// <summary>What waits in all workspaces, and since when the oldest of it does.</summary>
    public static (int Waiting, DateTimeOffset? Oldest) Everywhere(WriteSession session) => session.All(
        "SELECT COUNT(*), MIN(said_at) FROM outbox WHERE sent_at IS NULL AND dead_at IS NULL",
        row => (row.GetInt32(0), row.IsDBNull(1) ? (DateTimeOffset?)null : At(row.GetInt64(1))))[0];

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);
}
