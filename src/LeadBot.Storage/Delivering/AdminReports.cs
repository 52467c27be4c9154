using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Turns;

namespace LeadBot.Storage.Delivering;

/// <summary>What an admin is told unasked, each matter once in a while.</summary>
public static class AdminReports
{
    private const string GivenUpKey = "given-up";

    private static readonly TimeSpan s_daily = TimeSpan.FromDays(1);

    /// <summary>The key of the report that a conversation is gone.</summary>
    public static string Gone(long conversation) => $"gone:{conversation}";

    /// <summary>Tells an admin who can be reached, unless one was told of the same matter within <paramref name="quiet"/>.</summary>
    /// <param name="about">The matter's key.</param>
    /// <param name="who">Whom it is about: they are not told of themselves.</param>
    /// <returns>False: nobody was told.</returns>
    public static bool Once(WriteSession session, Workspace workspace, string about, TimeSpan quiet, PersonId? who, Card card, DateTimeOffset now)
    {
        if (Admin(session, workspace, who) is not { } admin)
        {
            return false;
        }

        var isDue = 1 == session.Execute(
            """
            INSERT INTO reports (workspace, about, at) VALUES ($1, $2, $3)
            ON CONFLICT (workspace, about) DO UPDATE SET at = excluded.at WHERE reports.at <= $4
            """,
            workspace.Id.Value,
            about,
            now.UtcTicks,
            (now - quiet).UtcTicks);
        if (isDue)
        {
            Outbox.Add(session, workspace.Id, admin, [card], now);
        }

        return isDue;
    }

    /// <summary>Tells of messages given up since the last time, once a day at most; what an admin was told of otherwise is left out.</summary>
    /// <returns>False: nobody was told.</returns>
    public static bool GivenUp(WriteSession session, DateTimeOffset now)
    {
        var told = false;
        foreach (var id in Troubled(session, now))
        {
            session.Enter(Scope.Of(id));
            if (Workspaces.Find(session, id) is not { } workspace)
            {
                continue;
            }

            var dead = session.All(
                """
                SELECT o.dead_because FROM outbox o
                WHERE o.workspace = $1 AND o.dead_at > COALESCE((SELECT at FROM reports WHERE workspace = $1 AND about = $2), 0) AND o.conversation <> $3
                    AND NOT EXISTS (SELECT 1 FROM reports r WHERE r.workspace = $1 AND r.about = 'gone:' || o.conversation)
                ORDER BY o.dead_at DESC
                """,
                row => row.GetString(0),
                workspace.Id.Value,
                GivenUpKey,
                // What was given up in the admin's own conversation was a report itself, or they know.
                Admin(session, workspace, null) ?? 0);
            told |= dead.Count > 0 && Once(session, workspace, GivenUpKey, s_daily, null, Reports.GivenUp(dead.Count, dead[0]), now);
        }

        return told;
    }

    private static List<WorkspaceId> Troubled(WriteSession session, DateTimeOffset now) => session.All(
        """
        SELECT w.id FROM workspaces w WHERE EXISTS (SELECT 1 FROM outbox o WHERE o.workspace = w.id AND o.dead_at IS NOT NULL)
            AND NOT EXISTS (SELECT 1 FROM reports r WHERE r.workspace = w.id AND r.about = $1 AND r.at > $2)
        """,
        row => new WorkspaceId(row.GetString(0)),
        GivenUpKey,
        (now - s_daily).UtcTicks);

    private static long? Admin(WriteSession session, Workspace workspace, PersonId? but) =>
        new[] { workspace.Admin }.OfType<PersonId>().Concat(workspace.Admins).Where(admin => admin != but)
            .Select(admin => Destinations.DirectOf(session, workspace.Id, admin)).FirstOrDefault(direct => direct is not null);
}
