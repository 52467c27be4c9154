using LeadBot.Domain;
using LeadBot.Storage.Gate;

namespace LeadBot.Storage.Delivering;

/// <summary>The pace that instances keep together; on PostgreSQL alone.</summary>
public static class Paces
{
    /// <summary>How long until a message may go; its place is kept if that is no longer than <paramref name="patience"/>.</summary>
    public static TimeSpan Keep(WriteSession session, WorkspaceId workspace, string into, TimeSpan each, int burst, TimeSpan patience, DateTimeOffset now)
    {
        var ahead = (burst - 1) * each;
        // Nobody waits for the disk: who loses its power is slower than the pace by far.
        var spent = session.All(
            """
            INSERT INTO paces (workspace, target, spent_until) VALUES ($1, $2, $3 + $4)
            ON CONFLICT (workspace, target) DO UPDATE SET spent_until = GREATEST(paces.spent_until, $3) + $4 WHERE paces.spent_until <= $3 + $5
            RETURNING spent_until, set_config('synchronous_commit', 'off', true)
            """,
            row => row.GetInt64(0),
            workspace.Value,
            into,
            now.UtcTicks,
            each.Ticks,
            (ahead + patience).Ticks) is [var kept]
            ? kept - each.Ticks
            : session.All("SELECT spent_until FROM paces WHERE workspace = $1 AND target = $2", row => row.GetInt64(0), workspace.Value, into)[0];
        return TimeSpan.FromTicks(spent - now.UtcTicks) - ahead;
    }

    /// <summary>Forgets those that are not spent any more.</summary>
    public static int Forget(WriteSession session, DateTimeOffset now) => session.Execute("DELETE FROM paces WHERE spent_until < $1", now.UtcTicks);
}
