using System.Text.Json;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Json;

namespace LeadBot.Storage.Reminding;

/// <summary>The deals that reps leave strung along (<see cref="LeftStrungAlong"/>), for those who look after them.</summary>
internal static class LeftDeals
{
    /// <param name="mostReps">Looked at; of a larger team others come the next day.</param>
    public static IEnumerable<RaisedNow> Of(WriteSession session, Person manager, Oversight oversight, Workspace workspace, HolidayShelf holidays, DateTimeOffset now, int mostReps)
    {
        foreach (var (rep, unpressed, told) in Reps(session, manager, oversight, now, mostReps))
        {
            var calendar = holidays.For(workspace, rep);
            var left = StrungAlong(session, rep, workspace).Where(deal => LeftStrungAlong.Is(deal, rep, workspace, calendar, now)).ToList();
            if (LeftStrungAlong.Of(rep, unpressed, left, told, now) is { } need)
            {
                yield return need;
            }
        }
    }

    /// <summary>Of a team that is too large, those whose day it is.</summary>
    private static List<(Person Rep, int Unpressed, Listed? Told)> Reps(WriteSession session, Person manager, Oversight oversight, DateTimeOffset now, int mostReps)
    {
        var count = session.All(
            "SELECT COUNT(*) FROM people WHERE workspace = $1 AND id <> $2 AND (team = $3 OR (CAST($4 AS TEXT) IS NOT NULL AND COALESCE(team NOT IN (SELECT value FROM json_each($4)), TRUE)))",
            row => row.GetInt32(0),
            manager.Workspace.Value,
            manager.Id.Value,
            oversight.Team,
            ManagersNeeds.Except(oversight))[0];
        var day = manager.Today(now).DayNumber;
        // Half a step more each week: else the same would always fall on a weekend.
        var first = count <= mostReps ? 0 : ((day * mostReps) + (day / 7 * (mostReps / 2))) % count;
        var most = Math.Min(mostReps, count);
        return [.. From(first, most), .. From(0, Math.Min(first, first + most - count))];

        IReadOnlyList<(Person, int, Listed?)> From(int at, int most) => session.All(
            """
            SELECT p.document, p.digests_unpressed, t.listed_on, t.listed_times, t.listed_as_of
            FROM (
                SELECT * FROM people WHERE workspace = $1 AND id <> $2 AND (team = $3 OR (CAST($4 AS TEXT) IS NOT NULL AND COALESCE(team NOT IN (SELECT value FROM json_each($4)), TRUE)))
                ORDER BY id LIMIT $5 + 0 OFFSET $6 + 0
            ) p LEFT JOIN told t ON t.workspace = $1 AND t.manager = $2 AND t.about = $7 || ':' || p.id
            """,
            row => (
                JsonSerializer.Deserialize(row.GetString(0), StoredJson.Documents.Person)!,
                row.GetInt32(1),
                row.IsDBNull(2) ? null : new Listed(DateOnly.FromDayNumber(row.GetInt32(2)), row.GetInt32(3), new DateTimeOffset(row.GetInt64(4), TimeSpan.Zero))),
            manager.Workspace.Value,
            manager.Id.Value,
            oversight.Team,
            ManagersNeeds.Except(oversight),
            Math.Max(0, most),
            at,
            nameof(Need.LeftStrungAlong));
    }

    /// <summary>Those that may be, the most urgent first.</summary>
    private static List<Deal> StrungAlong(WriteSession session, Person rep, Workspace workspace) => session.All(
        """
        SELECT document FROM deals WHERE workspace = $1 AND owner = $2 AND state IN ('Open', 'Parked')
            AND CASE WHEN json_valid(document) THEN COALESCE(CAST(json_extract(document, '$.course.putOffs') AS INTEGER), 0) >= $3 END
        ORDER BY urgency DESC, id
        """,
        row => JsonSerializer.Deserialize(row.GetString(0), StoredJson.Documents.Deal)!,
        rep.Workspace.Value,
        rep.Id.Value,
        workspace.Silence.StrungAlongAt - LeftStrungAlong.MostByClock);
}
