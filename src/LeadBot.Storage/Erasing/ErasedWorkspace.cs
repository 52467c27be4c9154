using LeadBot.Domain;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Retention;
using LeadBot.Storage.Turns;

namespace LeadBot.Storage.Erasing;

/// <summary>
/// Everything of workspaces that uninstalled the bot long ago, a few rows at a time. The audit log has its own time; the texts of
/// playbooks stay, which are the operator's and are remembered as kept for as long as a process runs.
/// </summary>
public static class ErasedWorkspace
{
    private static readonly string[] s_many =
    [
        "DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE workspace = $1 LIMIT $2 + 0)",
        "DELETE FROM processed_events WHERE id IN (SELECT id FROM processed_events WHERE workspace = $1 LIMIT $2 + 0)",
        "DELETE FROM verdicts WHERE id IN (SELECT id FROM verdicts WHERE workspace = $1 LIMIT $2 + 0)",
        "DELETE FROM deal_events WHERE rowid IN (SELECT rowid FROM deal_events WHERE workspace = $1 LIMIT $2 + 0)",
        "DELETE FROM deals WHERE rowid IN (SELECT rowid FROM deals WHERE workspace = $1 LIMIT $2 + 0)",
        "DELETE FROM digests WHERE rowid IN (SELECT rowid FROM digests WHERE workspace = $1 LIMIT $2 + 0)",
        "DELETE FROM conversations WHERE id IN (SELECT id FROM conversations WHERE workspace = $1 LIMIT $2 + 0)",
        "DELETE FROM people WHERE rowid IN (SELECT rowid FROM people WHERE workspace = $1 LIMIT $2 + 0)",
    ];

    /// <summary>The workspace last: while it is there, the next batch goes on.</summary>
    private static readonly string[] s_few =
    [
        "DELETE FROM deliveries WHERE workspace = $1",
        "DELETE FROM raised WHERE workspace = $1",
        "DELETE FROM told WHERE workspace = $1",
        "DELETE FROM reports WHERE workspace = $1",
        "DELETE FROM answer_counts WHERE workspace = $1",
        "DELETE FROM answer_count_snapshots WHERE workspace = $1",
        "DELETE FROM installations WHERE workspace = $1",
        "DELETE FROM workspaces WHERE id = $1",
    ];

    /// <summary>A batch of the first of them; returns how many rows went, <see cref="Forgetting.Batch"/> while there may be more.</summary>
    /// <param name="before">Uninstalled before then, UTC.</param>
    public static int Erase(WriteSession session, DateTimeOffset before)
    {
        var gone = session.In(Scope.Sweep, () =>
            session.All("SELECT id FROM workspaces WHERE json_extract(document, '$.uninstalledAt') IS NOT NULL ORDER BY id", row => new WorkspaceId(row.GetString(0)))
                .FirstOrDefault(id => Workspaces.Find(session, id)!.UninstalledAt < before));
        if (gone.Value is null)
        {
            return session.Execute("DELETE FROM installations WHERE removed_at < $1", before.UtcTicks);
        }

        session.Enter(Scope.Of(gone));
        if (s_many.Any(sql => session.Execute(sql, gone.Value, Forgetting.Batch) > 0))
        {
            return Forgetting.Batch;
        }

        foreach (var sql in s_few)
        {
            session.Execute(sql, gone.Value);
        }

        return Forgetting.Batch;
    }
}
