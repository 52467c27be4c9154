using LeadBot.Dialog.Auditing;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Storage.Auditing;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Installing;
using LeadBot.Storage.Turns;

namespace LeadBot.Storage.Delivering;

/// <summary>A workspace, or a whole organisation, that uninstalled the bot: nothing is sent there and nobody is reminded, and what is stored stays.</summary>
public static class Uninstallation
{
    /// <summary>What could not be sent within this time before it was known, failed because of it.</summary>
    private static readonly TimeSpan s_before = TimeSpan.FromDays(1);

    /// <summary>What waits there dies, and nothing is due any more. A second time changes nothing.</summary>
    /// <param name="id">A workspace; or an organisation, and then it is all workspaces that had the bot of it.</param>
    /// <param name="organisation">The organisation that took the bot out; a workspace that installed it itself has it still.</param>
    public static void Keep(WriteSession session, WorkspaceId id, WorkspaceId? organisation, DateTimeOffset now)
    {
        if (organisation is not null && organisation != id && Installations.Find(session, id, null) is not null)
        {
            return;
        }

        Installations.Remove(session, id, now);
        Stop(session, id, now);
        foreach (var workspace in Of(session, id))
        {
            session.In(Scope.Of(workspace), () => Stop(session, workspace, now));
        }
    }

    /// <summary>An organisation installed it again: all its workspaces that had it of the organisation have it again.</summary>
    public static void End(WriteSession session, WorkspaceId organisation, DateTimeOffset now)
    {
        foreach (var workspace in Of(session, organisation))
        {
            session.In(Scope.Of(workspace), () => Return(session, workspace, now));
        }
    }

    private static List<WorkspaceId> Of(WriteSession session, WorkspaceId organisation) => session.In(Scope.Sweep, () => session.All(
        """
        SELECT id FROM workspaces w WHERE json_extract(document, '$.organisation') = $1
        AND NOT EXISTS (SELECT 1 FROM installations i WHERE i.workspace = w.id AND i.removed_at IS NULL) ORDER BY id
        """,
        row => new WorkspaceId(row.GetString(0)),
        organisation.Value));

    private static bool Return(WriteSession session, WorkspaceId id, DateTimeOffset now)
    {
        if (Workspaces.Find(session, id) is not { UninstalledAt: { } since } workspace)
        {
            return false;
        }

        Workspaces.Save(session, workspace with { UninstalledAt = null });
        End(session, id, since, now);
        return true;
    }

    private static bool Stop(WriteSession session, WorkspaceId id, DateTimeOffset now)
    {
        if (Workspaces.Find(session, id) is not { UninstalledAt: null } workspace)
        {
            return false;
        }

        Workspaces.Save(session, workspace with { UninstalledAt = now });
        AuditBook.Add(session, id, null, AuditAct.Uninstalled, now);
        session.Execute("UPDATE workspaces SET week_at = $2 WHERE id = $1", id.Value, DateTimeOffset.MaxValue.UtcTicks);
        session.Execute("UPDATE people SET digest_at = NULL WHERE workspace = $1", id.Value);
        session.Execute("DELETE FROM deliveries WHERE workspace = $1", id.Value);
        session.Execute(
            "UPDATE outbox SET dead_at = $2, dead_because = $3 WHERE workspace = $1 AND sent_at IS NULL AND dead_at IS NULL",
            id.Value,
            now.UtcTicks,
            "LeadBot was uninstalled.");
        return true;
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
