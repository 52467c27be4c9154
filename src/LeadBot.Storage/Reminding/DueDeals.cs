using System.Data.Common;
using System.Text.Json;
using LeadBot.Dialog.Digests;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Json;

namespace LeadBot.Storage.Reminding;

/// <summary>The deals a digest has to look at, and what it noted on them.</summary>
public static class DueDeals
{
    /// <summary>A person's deals that want attention, the most urgent first; the others are looked at in the index and not read.</summary>
    public static IReadOnlyList<DueDeal> Of(WriteSession session, WorkspaceId workspace, PersonId owner, DateTimeOffset now, int most) => session.All(
        """
        SELECT document, listed_on, listed_times, listed_as_of, listed_park_on, attention_at, urgency FROM deals WHERE rowid IN (
            SELECT rowid FROM deals WHERE workspace = $1 AND owner = $2 AND attention_at <= $3 ORDER BY urgency DESC, id LIMIT $4 + 0
        ) ORDER BY urgency DESC, id
        """,
        ReadLooked,
        workspace.Value,
        owner.Value,
        now.UtcTicks,
        most);

    /// <summary>How many of a person's deals want attention.</summary>
    public static int CountOf(WriteSession session, WorkspaceId workspace, PersonId owner, DateTimeOffset now) => session.All(
        "SELECT COUNT(*) FROM deals WHERE workspace = $1 AND owner = $2 AND attention_at <= $3",
        row => row.GetInt32(0),
        workspace.Value,
        owner.Value,
        now.UtcTicks)[0];

    /// <summary>The deal of that id, with how a digest listed it last; null when the workspace has none.</summary>
    public static DueDeal? Find(WriteSession session, WorkspaceId workspace, DealId id) => session.First(
        "SELECT document, listed_on, listed_times, listed_as_of, listed_park_on FROM deals WHERE id = $1 AND workspace = $2",
        row => Read(row),
        id.ToString(),
        workspace.Value);

    /// <summary>The deal that is talked about there; null: none is.</summary>
    public static Asked<DueDeal> At(WriteSession session, Place place) => session.Ask(
        """
        SELECT document, listed_on, listed_times, listed_as_of, listed_park_on FROM deals
        WHERE workspace = $1 AND id = (SELECT json_extract(document, '$.deal') FROM conversations WHERE workspace = $1 AND channel = $2 AND name = $3)
        """,
        row => Read(row),
        place.Workspace.Value,
        place.Channel,
        place.Conversation);

    /// <summary>How a digest of that owner listed it last; null: none did, or it was somebody else's.</summary>
    public static Listed? ListedOf(WriteSession session, WorkspaceId workspace, DealId deal, PersonId owner) => session.First(
        "SELECT listed_on, listed_times, listed_as_of, listed_park_on FROM deals WHERE workspace = $1 AND id = $2 AND owner = $3",
        row => ReadListed(row, 0),
        workspace.Value,
        deal.ToString(),
        owner.Value);

    /// <summary>All of a person's deals want attention now: their calendar changed, and each is worked out anew when it is looked at.</summary>
    public static void PutForward(WriteSession session, WorkspaceId workspace, PersonId owner, DateTimeOffset now) => session.Execute(
        "UPDATE deals SET attention_at = $3 WHERE workspace = $1 AND owner = $2 AND attention_at > $3",
        workspace.Value,
        owner.Value,
        now.UtcTicks);

    /// <summary>
    /// The same if their workspace's limits or calendar changed since it was last done for them: so that a change of a setting
    /// touches no more than one person's deals at a time.
    /// </summary>
    public static void FollowRules(WriteSession session, WorkspaceId workspace, PersonId owner, DateTimeOffset now)
    {
        var behind = session.Execute(
            "UPDATE people SET rules_followed_at = $3 WHERE workspace = $1 AND id = $2 AND rules_followed_at < (SELECT rules_changed_at FROM workspaces WHERE id = $1)",
            workspace.Value,
            owner.Value,
            now.UtcTicks);
        if (behind == 1)
        {
            PutForward(session, workspace, owner, now);
        }
    }

    /// <summary>A digest listed it; and when one has to look at it next.</summary>
    /// <param name="revision">Of the deal as it was looked at.</param>
    /// <exception cref="InvalidOperationException">It is at another by now, and nothing was written.</exception>
    public static void List(WriteSession session, WorkspaceId workspace, Listed listed, NextLook look, long revision) => Written(look, revision, session.Execute(
        """
        UPDATE deals SET listed_on = $4, listed_times = $5, listed_as_of = $6, listed_park_on = $7, attention_at = $8, urgency = $9
        WHERE workspace = $1 AND id = $2 AND revision = $3
        """,
        workspace.Value,
        look.Deal.ToString(),
        revision,
        listed.On.DayNumber,
        listed.Times,
        listed.AsOf.UtcTicks,
        listed.ParkOn?.DayNumber,
        look.At?.UtcTicks,
        look.Urgency));

    /// <summary>Writes when a digest has to look at it next.</summary>
    /// <param name="revision">Of the deal as it was looked at.</param>
    /// <exception cref="InvalidOperationException">It is at another by now, and nothing was written.</exception>
    public static void LookAgain(WriteSession session, WorkspaceId workspace, NextLook look, long revision) => Written(look, revision, session.Execute(
        "UPDATE deals SET attention_at = $4, urgency = $5 WHERE workspace = $1 AND id = $2 AND revision = $3",
        workspace.Value,
        look.Deal.ToString(),
        revision,
        look.At?.UtcTicks,
        look.Urgency));

    private static void Written(NextLook look, long revision, int rows)
    {
        if (rows != 1)
        {
            throw new InvalidOperationException($"Deal {look.Deal} is not at revision {revision}.");
        }
    }

    /// <summary>Reads a document and the four columns of its listing after it.</summary>
    internal static DueDeal Read(DbDataReader row, int at = 0) =>
        new(JsonSerializer.Deserialize(row.GetFieldValue<byte[]>(at), StoredJson.Documents.Deal)!, ReadListed(row, at + 1));

    private static DueDeal ReadLooked(DbDataReader row)
    {
        var due = Read(row);
        return due with { Look = new NextLook(due.Deal.Id, new DateTimeOffset(row.GetInt64(5), TimeSpan.Zero), row.GetDouble(6)) };
    }

    private static Listed? ReadListed(DbDataReader row, int at) => row.IsDBNull(at) ? null : new Listed(
        DateOnly.FromDayNumber(row.GetInt32(at)),
        row.GetInt32(at + 1),
        new DateTimeOffset(row.GetInt64(at + 2), TimeSpan.Zero),
        row.IsDBNull(at + 3) ? null : DateOnly.FromDayNumber(row.GetInt32(at + 3)));
}
