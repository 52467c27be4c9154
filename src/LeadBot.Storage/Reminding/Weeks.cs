using System.Text.Json;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Json;
using LeadBot.Storage.Turns;

namespace LeadBot.Storage.Reminding;

/// <summary>The workspaces whose week is over, and what their channels' posts are made of.</summary>
public static class Weeks
{
    /// <summary>Deals of one post at most.</summary>
    private const int MostDeals = 500;

    /// <summary>The workspaces that are due, and those of which it was not worked out yet.</summary>
    public static IReadOnlyList<(WorkspaceId Workspace, bool IsDue)> Due(WriteSession session, DateTimeOffset now, int most) => session.All(
        "SELECT id, CASE WHEN week_at IS NULL THEN 0 ELSE 1 END FROM workspaces WHERE week_at IS NULL OR week_at <= $1 ORDER BY id LIMIT $2 + 0",
        row => (new WorkspaceId(row.GetString(0)), row.GetInt32(1) == 1),
        now.UtcTicks,
        most);

    /// <summary>When it is due next; null: that was not worked out yet.</summary>
    public static DateTimeOffset? At(WriteSession session, WorkspaceId workspace) => session.All(
        "SELECT week_at FROM workspaces WHERE id = $1 AND week_at IS NOT NULL",
        row => new DateTimeOffset(row.GetInt64(0), TimeSpan.Zero),
        workspace.Value) is [var at] ? at : null;

    /// <summary>The posts to come.</summary>
    /// <param name="team">Only that linked channel's; null: all.</param>
    /// <returns>Null: there are none, or no admin whose zone says when.</returns>
    public static WeekAhead? Ahead(WriteSession session, Workspace workspace, string? team, DateTimeOffset now)
    {
        if (workspace.Admin is not { } id || People.Find(session, workspace.Id, id) is not { } admin)
        {
            return null;
        }

        return WeekAhead.From(
            admin,
            At(session, workspace.Id) ?? WeeklyPost.NextAt(admin, now),
            now,
            workspace.Channels.Where(channel => channel.Value.WeeklyPost && channel.Key == (team ?? channel.Key)).Select(channel => channel.Key),
            (channel, after, through) => Lost(session, workspace.Id, channel, after, through));
    }

    /// <summary>Writes when it is due next.</summary>
    public static void Save(WriteSession session, WorkspaceId workspace, DateTimeOffset next) => session.Execute(
        "UPDATE workspaces SET week_at = $2 WHERE id = $1",
        workspace.Value,
        next.UtcTicks);

    /// <summary>The people who were heard in that linked channel last.</summary>
    public static IReadOnlyList<Person> Members(WriteSession session, WorkspaceId workspace, string teamChannel) => session.All(
        "SELECT document FROM people WHERE workspace = $1 AND team = $2 ORDER BY id",
        row => JsonSerializer.Deserialize(row.GetString(0), StoredJson.Documents.Person)!,
        workspace.Value,
        teamChannel);

    /// <summary>The deals its members lost in that time, newest first.</summary>
    public static IReadOnlyList<Deal> Lost(WriteSession session, WorkspaceId workspace, string teamChannel, DateTimeOffset after, DateTimeOffset through) => session.All(
        """
        SELECT d.document FROM deals d JOIN people p ON p.workspace = d.workspace AND p.id = d.owner
        WHERE d.workspace = $1 AND d.closed_at > $2 AND d.closed_at <= $5 AND d.state = 'Lost' AND p.team = $3 ORDER BY d.closed_at DESC LIMIT $4 + 0
        """,
        row => JsonSerializer.Deserialize(row.GetString(0), StoredJson.Documents.Deal)!,
        workspace.Value,
        after.UtcTicks,
        teamChannel,
        MostDeals,
        through.UtcTicks);

    /// <summary>Its members' open deals that a manager was told are strung along in vain, the most urgent first.</summary>
    public static IReadOnlyList<Deal> Seen(WriteSession session, WorkspaceId workspace, string teamChannel) => session.All(
        """
        SELECT d.document FROM deals d JOIN people p ON p.workspace = d.workspace AND p.id = d.owner
        WHERE d.workspace = $1 AND d.state = 'Open' AND p.team = $3 AND d.id IN (
            SELECT r.deal FROM told t JOIN raised r ON r.workspace = t.workspace AND r.about = t.about WHERE t.workspace = $1 AND t.about LIKE $2 || ':%'
        ) ORDER BY d.urgency DESC, d.id LIMIT $4 + 0
        """,
        row => JsonSerializer.Deserialize(row.GetString(0), StoredJson.Documents.Deal)!,
        workspace.Value,
        nameof(Need.StrungAlongInVain),
        teamChannel,
        MostDeals);
}
