using System.Data.Common;
using System.Text.Json;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Dialog.Incoming;
using LeadBot.Dialog.Understanding;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Playbooks;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Json;
using LeadBot.Storage.Reminding;

namespace LeadBot.Storage.Turns;

/// <summary>The deals of a workspace, within a turn.</summary>
public static class Deals
{
    private const int MostOfAll = 1_000;

    private const int MostLookedThrough = 20_000;

    /// <summary>The deal of that id, or null when the workspace has none.</summary>
    public static Deal? Find(WriteSession session, WorkspaceId workspace, DealId id) => DueDeals.Find(session, workspace, id)?.Deal;

    /// <summary>A person's open and parked deals, longest unchanged first.</summary>
    public static IReadOnlyList<Deal> LiveOf(WriteSession session, WorkspaceId workspace, PersonId owner, int most) => session.All(
        """
        SELECT document FROM deals WHERE workspace = $1 AND owner = $2 AND state IN ('Open', 'Parked')
        ORDER BY COALESCE(json_extract(document, '$.course.changedAt'), json_extract(document, '$.createdAt')), id LIMIT $3 + 0
        """,
        row => JsonSerializer.Deserialize(row.GetString(0), StoredJson.Documents.Deal)!,
        workspace.Value,
        owner.Value,
        most);

    /// <summary>How many deals of whatever state are theirs.</summary>
    public static int CountOf(WriteSession session, WorkspaceId workspace, PersonId owner) => session.All(
        "SELECT COUNT(*) FROM deals WHERE workspace = $1 AND owner = $2", row => row.GetInt32(0), workspace.Value, owner.Value)[0];

    /// <summary>The owner's deals whose names bear that trace (<see cref="Names.Traces"/>), oldest first.</summary>
    public static IReadOnlyList<(DealId Id, string Name)> Traced(WriteSession session, WorkspaceId workspace, PersonId owner, string trace) => session.All(
        "SELECT id, name FROM deals WHERE workspace = $1 AND owner = $2 AND (plain_name IS NULL OR instr(' ' || plain_name, $3) > 0) ORDER BY id",
        ReadName,
        workspace.Value,
        owner.Value,
        trace);

    /// <summary>The same of everybody in a team, in one statement.</summary>
    public static IReadOnlyList<(DealId Id, string Name)> TracedOfTeam(WriteSession session, WorkspaceId workspace, string team, string trace) => session.All(
        """
        SELECT id, name FROM deals WHERE workspace = $1 AND owner IN (SELECT id FROM people WHERE workspace = $1 AND team = $2)
            AND (plain_name IS NULL OR instr(' ' || plain_name, $3) > 0) ORDER BY id
        """,
        ReadName,
        workspace.Value,
        team,
        trace);

    /// <summary>
    /// The same of everybody, <see cref="MostOfAll"/> at most. Of more than <see cref="MostLookedThrough"/> deals those whose names
    /// begin so (<see cref="Names.Beginning"/>), and those that bear the trace only among the first: the writer waits for no more.
    /// </summary>
    public static IReadOnlyList<(DealId Id, string Name)> TracedOfAll(WriteSession session, WorkspaceId workspace, string beginning, string trace) => session.All(
        """
        SELECT id, name FROM deals WHERE id IN (
            SELECT * FROM (SELECT id FROM deals WHERE workspace = $1 AND plain_name >= $2 AND plain_name < $3 ORDER BY plain_name LIMIT $5 + 0) AS beginning
            UNION
            SELECT * FROM (
                SELECT id FROM (SELECT id, plain_name FROM deals WHERE workspace = $1 ORDER BY plain_name LIMIT $6 + 0) AS first
                WHERE plain_name IS NULL OR instr(' ' || plain_name, $4) > 0 LIMIT $5 + 0) AS bearing)
        ORDER BY id
        """,
        ReadName,
        workspace.Value,
        beginning,
        beginning + "\U0010FFFF",
        trace,
        MostOfAll,
        MostLookedThrough);

    private static (DealId Id, string Name) ReadName(DbDataReader row) => (new DealId(Guid.ParseExact(row.GetString(0), "N")), row.GetString(1));

    /// <summary>Writes every changed deal, new or in its next revision, with a line of its history.</summary>
    /// <param name="read">One of them as it was read before its change; how digests listed the others is read here.</param>
    /// <exception cref="InvalidOperationException">One of them is not as it was before its change: the job fails.</exception>
    public static void Save(WriteSession session, IncomingMessage message, IReadOnlyList<DealChange> changes, TurnInput input, DueDeal? read = null)
    {
        foreach (var change in changes)
        {
            Write(session, message, change, input.Person.Id, input.Workspace, input.Playbooks, Look(session, change.Deal, input, read), input.Now);
        }
    }

    /// <summary>Writes what the clock did to a deal, read in the same piece of a transaction, so that nobody was there first. The one who let the clock do it says when to look at it next.</summary>
    public static void SaveByClock(WriteSession session, DealChange change, Workspace workspace, PlaybookShelf playbooks, DateTimeOffset now) =>
        Write(session, null, change, null, workspace, playbooks, new NextLook(change.Deal.Id, now, 0), now);

    private static NextLook Look(WriteSession session, Deal deal, TurnInput input, DueDeal? read)
    {
        var listed = deal.Revision == 1 ? null
            : read is { Deal: var before } && before.Id == deal.Id && before.Owner == deal.Owner ? read.Listed
            : DueDeals.ListedOf(session, deal.Workspace, deal.Id, deal.Owner);
        var owner = deal.Owner == input.Person.Id ? input.Person
            : input.People.FirstOrDefault(p => p.Id == deal.Owner) ?? People.Find(session, deal.Workspace, deal.Owner);
        // Somebody who was never heard has no calendar yet, and no digest.
        return owner is null
            ? new NextLook(deal.Id, input.Now, 0)
            : NextLook.Of(new DueDeal(deal, listed), owner, input.Workspace, input.Holidays.For(input.Workspace, owner), input.Playbooks, input.Team, input.Now);
    }

    // The history first: it takes the document as it still is, and finds no row when the revision is another.
    private static void Write(
        WriteSession session, IncomingMessage? message, DealChange change, PersonId? by, Workspace workspace, PlaybookShelf playbooks, NextLook look, DateTimeOffset now)
    {
        History.Add(session, message, change, by, now);
        Write(session, change.Deal, playbooks.For(change.Deal, workspace), look);
        foreach (var raised in Raises.Of(change, playbooks, now))
        {
            ManagersNeeds.Raise(session, workspace.Id, raised);
        }
    }

    private const string New =
        """
        INSERT INTO deals (id, workspace, owner, name, plain_name, state, revision, document, stage, closed_at, hours_sunk, backed, lost_late, crm_id,
            attention_at, urgency, listed_times)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 0)
        """;

    /// <summary>To a new owner it is new: how the last one's digests listed it is forgotten. One that is forgotten meanwhile does not come back.</summary>
    private const string Changed =
        """
        UPDATE deals SET owner = $3, name = $4, plain_name = $5, state = $6, revision = $7, document = $8, stage = $9,
            closed_at = $10, hours_sunk = $11, backed = $12, lost_late = $13, crm_id = $14, attention_at = $15, urgency = $16,
            listed_on = CASE WHEN owner = $3 THEN listed_on END, listed_as_of = CASE WHEN owner = $3 THEN listed_as_of END,
            listed_park_on = CASE WHEN owner = $3 THEN listed_park_on END, listed_times = CASE WHEN owner = $3 THEN listed_times ELSE 0 END
        WHERE id = $1 AND workspace = $2
        """;

    private static void Write(WriteSession session, Deal deal, Playbook? playbook, NextLook look) => session.Later(
        deal.Revision == 1 ? New : Changed,
        deal.Id.ToString(),
        deal.Workspace.Value,
        deal.Owner.Value,
        deal.Name,
        Names.Plain(deal.Name),
        deal.State.ToString(),
        deal.Revision,
        JsonSerializer.Serialize(deal, StoredJson.Documents.Deal),
        deal.Stage,
        (deal.WonAt ?? deal.Lost?.At)?.UtcTicks,
        (double)deal.Course.HoursSunk,
        TeamRecords.IsBacked(deal),
        TeamRecords.IsLostLate(deal, playbook),
        deal.Crm?.Id,
        look.At?.UtcTicks,
        look.Urgency);
}
