using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Installing;
using LeadBot.Storage.Turns;

namespace LeadBot.Storage.Delivering;

/// <summary>A workspace that uninstalled the bot: nothing is sent there and nobody is reminded, and what is stored stays.</summary>
public static class Uninstallation
{
    /// <summary>What could not be sent within this time before it was known, failed because of it.</summary>
    private static readonly TimeSpan s_before = TimeSpan.FromDays(1);

    /// <summary>What waits there dies, and nothing is due any more. A second time changes nothing.</summary>
    public static void Keep(WriteSession session, WorkspaceId id, DateTimeOffset now)
    {
        Installations.Remove(session, id, now);
        if (Workspaces.Find(session, id) is not { UninstalledAt: null } workspace)
        {
            return;
        }

        Workspaces.Save(session, workspace with { UninstalledAt = now });
        session.Execute("UPDATE workspaces SET week_at = $2 WHERE id = $1", id.Value, DateTimeOffset.MaxValue.UtcTicks);
        session.Execute("UPDATE people SET digest_at = NULL WHERE workspace = $1", id.Value);
        session.Execute("DELETE FROM deliveries WHERE workspace = $1", id.Value);
        session.Execute(
            "UPDATE outbox SET dead_at = $2, dead_because = $3 WHERE workspace = $1 AND sent_at IS NULL AND dead_at IS NULL",
            id.Value,
            now.UtcTicks,
            "LeadBot was uninstalled.");
    }

    /// <summary>It is installed again: everybody's next reminder and the next week are worked out anew, and conversations that went with it are there again.</summary>
    /// <param name="since">When it was uninstalled.</param>
    public static void End(WriteSession session, WorkspaceId id, DateTimeOffset since, DateTimeOffset now)
    {
        session.Execute("UPDATE workspaces SET week_at = NULL WHERE id = $1", id.Value);
        session.Execute("UPDATE people SET digest_at = $2 WHERE workspace = $1", id.Value, now.UtcTicks);
        session.Execute("UPDATE conversations SET gone_at = NULL WHERE workspace = $1 AND gone_at >= $2", id.Value, (since - s_before).UtcTicks);
    }
}
