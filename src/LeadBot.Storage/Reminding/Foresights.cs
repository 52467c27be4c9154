using System.Text.Json;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Json;
using LeadBot.Storage.Turns;

namespace LeadBot.Storage.Reminding;

/// <summary>Copies what reminders look at into memory, to run ahead on.</summary>
public static class Foresights
{
    /// <summary>Deals that can be read and looked at within a few hundredths of a second.</summary>
    private const int Quick = 2000;

    /// <summary>Every workspace there is.</summary>
    public static IReadOnlyList<Workspace> Workspaces(WriteSession session) => session.All(
        "SELECT document FROM workspaces ORDER BY id",
        row => JsonSerializer.Deserialize(row.GetString(0), StoredJson.Documents.Workspace)!);

    /// <summary>The workspace's people, the deals that will want attention by then, and what managers have to hear of.</summary>
    /// <param name="team">Only the people of that team; null: everybody.</param>
    public static Foresight Of(
        WriteSession session, Workspace workspace, string? team, StoredPlaybooks playbooks, HolidayShelf holidays, TeamRecord record, DateTimeOffset now, DateTimeOffset until)
    {
        var gone = GoneReps.All(session, workspace.Id, default).Select(rep => rep.Rep.Id).ToList();
        var (deals, week) = (Deals(session, workspace.Id, team, until, gone), Weeks.Ahead(session, workspace, team, now));
        var foresight = new Foresight(
            workspace, playbooks.For(session, workspace.Id, [.. deals.Select(deal => deal.Due.Deal), .. week?.Lost.Values.SelectMany(lost => lost) ?? []]), holidays, record)
        {
            Managers = [.. Turns.People.Find(session, workspace.Id, workspace.Managers).Values],
        };
        gone.ForEach(foresight.PutGone);
        // Whoever was due before is reminded now.
        People(session, workspace, team).ForEach(to => foresight.Put(to.DigestAt < now ? to with { DigestAt = now } : to));
        deals.ForEach(deal => foresight.Put(deal.Due, now, new NextLook(deal.Due.Deal.Id, deal.At, deal.Urgency)));
        Raised(session, workspace.Id).ForEach(foresight.Put);
        Told(session, workspace.Id).ForEach(told => foresight.Put(told.Manager, told.About, told.Told));
        if (week is not null)
        {
            foresight.Put(week);
        }

        return foresight;
    }

    /// <summary>Those that want attention by then, and whenever they do those a weekly post may name and those of people who are gone.</summary>
    private static List<(DateTimeOffset? At, double Urgency, DueDeal Due)> Deals(WriteSession session, WorkspaceId workspace, string? team, DateTimeOffset until, IReadOnlyList<PersonId> gone) => session.All(
        """
        SELECT d.attention_at, d.urgency, d.document, d.listed_on, d.listed_times, d.listed_as_of, d.listed_park_on
        FROM deals d JOIN people p ON p.workspace = d.workspace AND p.id = d.owner
        WHERE d.workspace = $1 AND d.attention_at <= $2 AND (CAST($3 AS TEXT) IS NULL OR p.team = $3)
        UNION ALL
        SELECT d.attention_at, d.urgency, d.document, d.listed_on, d.listed_times, d.listed_as_of, d.listed_park_on
        FROM deals d JOIN people p ON p.workspace = d.workspace AND p.id = d.owner
        WHERE d.workspace = $1
            AND (d.state = 'Open' AND d.id IN (SELECT deal FROM raised WHERE workspace = $1 AND about LIKE $4 || ':%')
                OR d.state IN ('Open', 'Parked') AND d.owner IN (SELECT value FROM json_each($5)))
            AND (d.attention_at IS NULL OR d.attention_at > $2) AND (CAST($3 AS TEXT) IS NULL OR p.team = $3)
        """,
        row => (At: row.IsDBNull(0) ? (DateTimeOffset?)null : new DateTimeOffset(row.GetInt64(0), TimeSpan.Zero), Urgency: row.GetDouble(1), Due: DueDeals.Read(row, 2)),
        workspace.Value,
        until.UtcTicks,
        team,
        nameof(Need.StrungAlongInVain),
        JsonSerializer.Serialize(gone, StoredJson.Documents.IReadOnlyListPersonId));

    /// <summary>Whether it is worked out in a moment, while turns wait: that many deals and no more will want attention by then.</summary>
    public static bool IsQuick(WriteSession session, WorkspaceId workspace, string? team, DateTimeOffset until) => session.All(
        """
        SELECT d.id FROM deals d JOIN people p ON p.workspace = d.workspace AND p.id = d.owner
        WHERE d.workspace = $1 AND d.attention_at <= $2 AND (CAST($3 AS TEXT) IS NULL OR p.team = $3) LIMIT $4 + 0
        """,
        row => row.GetString(0),
        workspace.Value,
        until.UtcTicks,
        team,
        Quick + 1).Count <= Quick;

    private static List<Remindable> People(WriteSession session, Workspace workspace, string? team) => session.All(
        "SELECT document, digests_unpressed, digest_at, last_digest_at, last_digest_zone FROM people WHERE workspace = $1 AND (CAST($2 AS TEXT) IS NULL OR team = $2)",
        row => DuePeople.Read(row),
        workspace.Id.Value,
        team);

    private static List<Raised> Raised(WriteSession session, WorkspaceId workspace) => session.All(
        "SELECT document FROM raised WHERE workspace = $1",
        row => JsonSerializer.Deserialize(row.GetString(0), StoredJson.Documents.Raised)!,
        workspace.Value);

    private static List<(PersonId Manager, string About, Listed Told)> Told(WriteSession session, WorkspaceId workspace) => session.All(
        "SELECT manager, about, listed_on, listed_times, listed_as_of FROM told WHERE workspace = $1",
        row => (
            new PersonId(row.GetString(0)),
            row.GetString(1),
            new Listed(DateOnly.FromDayNumber(row.GetInt32(2)), row.GetInt32(3), new DateTimeOffset(row.GetInt64(4), TimeSpan.Zero))),
        workspace.Value);
}
