using System.Text.Json;
using LeadBot.Dialog.Digests;
using LeadBot.Domain;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Json;

namespace LeadBot.Storage.Reminding;

/// <summary>The digests that were said. Person, their own day and kind are the key: a digest is said once.</summary>
public static class SentDigests
{
    /// <summary>A person's deals.</summary>
    public const string Deals = "deals";

    /// <summary>What needs a manager.</summary>
    public const string Exceptions = "exceptions";

    /// <summary>A channel's weekly post; the team channel stands in the person's place.</summary>
    public const string Weekly = "weekly";

    /// <summary>It is said. Two processes cannot both: the key is unique.</summary>
    /// <param name="person">Or the team channel.</param>
    /// <param name="message">The outbox row that carries it.</param>
    public static void Add(WriteSession session, WorkspaceId workspace, string person, DateOnly day, string kind, DateTimeOffset at, long message, IReadOnlyList<DealId> deals) => session.Execute(
        "INSERT INTO digests (workspace, person, day, kind, at, message, deals) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        workspace.Value,
        person,
        day.DayNumber,
        kind,
        at.UtcTicks,
        message,
        deals.Count == 0 ? null : JsonSerializer.Serialize(deals, StoredJson.Documents.IReadOnlyListDealId));

    /// <summary>The deals a person's digest of that day listed, in its order, as they stand now.</summary>
    public static IReadOnlyList<DueDeal> DealsOf(WriteSession session, WorkspaceId workspace, PersonId person, DateOnly day) => session.All(
        """
        SELECT d.document, d.listed_on, d.listed_times, d.listed_as_of, d.listed_park_on
        FROM digests g CROSS JOIN json_each(g.deals) listed JOIN deals d ON d.workspace = g.workspace AND d.id = listed.value
        WHERE g.workspace = $1 AND g.person = $2 AND g.day = $3 AND g.kind = 'deals' ORDER BY listed.key
        """,
        row => DueDeals.Read(row),
        workspace.Value,
        person.Value,
        day.DayNumber);
}
