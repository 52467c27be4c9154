using System.Data.Common;
using System.Text.Json;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Domain;
using LeadBot.Storage.Delivering;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Json;
using LeadBot.Storage.Turns;

namespace LeadBot.Storage.Reminding;

/// <summary>People who have deals and cannot be reached (<see cref="Destinations.DirectOf"/> finds nothing).</summary>
internal static class GoneReps
{
    /// <summary>Deals counted of one of them at most.</summary>
    private const int MostDeals = 500;

    /// <summary>Those somebody looks after, as they are told of them.</summary>
    public static IEnumerable<RaisedNow> Of(WriteSession session, Workspace workspace, Oversight oversight, HolidayShelf holidays, DateTimeOffset now) =>
        from gone in All(session, workspace.Id, oversight.By, oversight.Except is null ? oversight.Team : null)
        where oversight.Includes(gone.Rep)
        let deals = Deals.LiveOf(session, workspace.Id, gone.Rep.Id, MostDeals)
        let raised = GoneRep.Of(gone.Rep, deals, workspace, holidays.For(workspace, gone.Rep), gone.Told, now)
        where raised is not null
        select raised;

    private const string People =
        """
        SELECT p.document, t.listed_on, t.listed_times, t.listed_as_of
        FROM people p LEFT JOIN conversations c ON c.workspace = p.workspace AND c.id = p.direct_conversation
        LEFT JOIN told t ON t.workspace = $1 AND t.manager = $2 AND t.about = $3 || ':' || p.id
        WHERE p.workspace = $1 AND (c.gone_at IS NOT NULL OR p.direct_conversation IS NULL AND (p.heard_at IS NULL OR EXISTS (
                SELECT 1 FROM conversations d WHERE d.workspace = $1 AND d.channel = p.heard_through AND d.name = $4 || p.id AND d.gone_at IS NOT NULL)))
            AND EXISTS (SELECT 1 FROM deals WHERE workspace = $1 AND owner = p.id AND state IN ('Open', 'Parked'))
        """;

    /// <summary>In no order: to put them in one, everybody in the workspace would be looked at.</summary>
    private const string OfTeam = $"{People} AND p.team = $5";

    /// <summary>All of them, and how that manager was told of each.</summary>
    /// <param name="team">Those in it; null: of the whole workspace.</param>
    public static IReadOnlyList<(Person Rep, Listed? Told)> All(WriteSession session, WorkspaceId workspace, PersonId manager, string? team = null)
    {
        var gone = team is null
            ? session.All(People, Read, workspace.Value, manager.Value, nameof(Need.Gone), Destinations.DirectPrefix)
            : session.All(OfTeam, Read, workspace.Value, manager.Value, nameof(Need.Gone), Destinations.DirectPrefix, team);
        return [.. gone.OrderBy(rep => rep.Rep.Id.Value, StringComparer.Ordinal)];
    }

    private static (Person Rep, Listed? Told) Read(DbDataReader row) => (
        JsonSerializer.Deserialize(row.GetString(0), StoredJson.Documents.Person)!,
        row.IsDBNull(1) ? null : new Listed(DateOnly.FromDayNumber(row.GetInt32(1)), row.GetInt32(2), new DateTimeOffset(row.GetInt64(3), TimeSpan.Zero)));
}
