using System.Data.Common;
using System.Text.Json;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Json;
using LeadBot.Storage.Turns;

namespace LeadBot.Storage.Reminding;

/// <summary>What managers have to hear of, and were told.</summary>
public static class ManagersNeeds
{
    /// <summary>Told at a time at most, the newest first; the others follow as these are dealt with.</summary>
    private const int Most = 200;

    /// <summary>Reps looked at for what they leave strung along where something waits for it: a page, or the writer.</summary>
    public const int FewReps = 100;

    /// <summary>Deals named of a rep who presses nothing.</summary>
    private const int MostWaiting = 3;

    /// <summary>Keeps it; an older one of the same is forgotten.</summary>
    public static void Raise(WriteSession session, WorkspaceId workspace, Raised raised) => session.Execute(
        """
        INSERT INTO raised (workspace, about, rep, deal, at, document) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (workspace, about) DO UPDATE SET rep = $3, deal = $4, at = $5, document = $6
        """,
        workspace.Value,
        raised.About,
        raised.Rep.Value,
        raised.Deal?.ToString(),
        raised.At.UtcTicks,
        JsonSerializer.Serialize(raised, StoredJson.Documents.Raised));

    /// <summary>The manager was told of it.</summary>
    public static void Tell(WriteSession session, WorkspaceId workspace, PersonId manager, string about, Listed told) => session.Execute(
        """
        INSERT INTO told (workspace, manager, about, listed_on, listed_times, listed_as_of) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (workspace, manager, about) DO UPDATE SET listed_on = $4, listed_times = $5, listed_as_of = $6
        """,
        workspace.Value,
        manager.Value,
        about,
        told.On.DayNumber,
        told.Times,
        told.AsOf.UtcTicks);

    /// <summary>Everything raised about the reps that manager looks after, of deals that are open or parked; what those reps leave strung along; and which of them are gone.</summary>
    /// <param name="mostReps">Of so many what they leave strung along is looked at; of a larger team others come the next day. Null: of all.</param>
    public static IReadOnlyList<RaisedNow> Of(WriteSession session, Person manager, Workspace workspace, HolidayShelf holidays, DateTimeOffset now, int? mostReps)
    {
        if (Oversight.Of(manager, workspace, People.Find(session, workspace.Id, workspace.Managers).Values) is not { } oversight)
        {
            return [];
        }

        var needs = session.All(
            """
            SELECT r.document, d.document, d.listed_on, d.listed_times, d.listed_as_of, d.listed_park_on, p.document, p.digests_unpressed, t.listed_on, t.listed_times, t.listed_as_of
            FROM raised r LEFT JOIN deals d ON d.workspace = r.workspace AND d.id = r.deal
            JOIN people p ON p.workspace = r.workspace AND p.id = COALESCE(d.owner, r.rep)
            LEFT JOIN told t ON t.workspace = r.workspace AND t.manager = $2 AND t.about = r.about
            WHERE r.workspace = $1 AND p.id <> $2 AND (p.team = $3 OR (CAST($4 AS TEXT) IS NOT NULL AND COALESCE(p.team NOT IN (SELECT value FROM json_each($4)), TRUE))) AND (r.deal IS NULL OR d.state IN ('Open', 'Parked'))
            ORDER BY r.at DESC LIMIT $5 + 0
            """,
            Read,
            manager.Workspace.Value,
            manager.Id.Value,
            oversight.Team,
            Except(oversight),
            Most);
        return [.. needs.Select(need => need.Deal is null ? Waiting(session, need, now) : need), .. LeftDeals.Of(session, manager, oversight, workspace, holidays, now, mostReps ?? int.MaxValue), .. GoneReps.Of(session, workspace, oversight, holidays, now)];
    }

    /// <summary>As the statements take it: a JSON array, or null.</summary>
    internal static string? Except(Oversight oversight) => oversight.Except is { } teams ? JsonSerializer.Serialize(teams, StoredJson.Documents.IReadOnlyListString) : null;

    private static RaisedNow Waiting(WriteSession session, RaisedNow need, DateTimeOffset now)
    {
        var waiting = DueDeals.Of(session, need.Rep.Workspace, need.Rep.Id, now, MostWaiting);
        return need with
        {
            Waiting = [.. waiting.Select(due => due.Deal)],
            MoreWaiting = DueDeals.CountOf(session, need.Rep.Workspace, need.Rep.Id, now) - waiting.Count,
        };
    }

    private static RaisedNow Read(DbDataReader row) => new(
        JsonSerializer.Deserialize(row.GetString(0), StoredJson.Documents.Raised)!,
        JsonSerializer.Deserialize(row.GetString(6), StoredJson.Documents.Person)!,
        row.GetInt32(7),
        row.IsDBNull(1) ? null : DueDeals.Read(row, 1),
        row.IsDBNull(8) ? null : new Listed(DateOnly.FromDayNumber(row.GetInt32(8)), row.GetInt32(9), new DateTimeOffset(row.GetInt64(10), TimeSpan.Zero)),
        [],
        0);
}
