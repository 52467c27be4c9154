using System.Data.Common;
using System.Text.Json;
using LeadBot.Dialog.Digests;
using LeadBot.Domain;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Json;

namespace LeadBot.Storage.Reminding;

/// <summary>Who is due to be reminded.</summary>
public static class DuePeople
{
    /// <summary>The people who are due, longest due first.</summary>
    /// <param name="after">Only those who come after them in that order; null: from the first on.</param>
    public static IReadOnlyList<DuePerson> Of(WriteSession session, DateTimeOffset now, int most, DuePerson? after = null) => session.All(
        """
        SELECT * FROM (
            SELECT rowid AS nr, workspace, id, rules_followed_at, document, digests_unpressed, digest_at, last_digest_at, last_digest_zone
            FROM people WHERE digest_at = $2 AND digest_at <= $1 AND rowid > $3 ORDER BY rowid LIMIT $4 + 0) AS same
        UNION ALL SELECT * FROM (
            SELECT rowid AS nr, workspace, id, rules_followed_at, document, digests_unpressed, digest_at, last_digest_at, last_digest_zone
            FROM people WHERE digest_at > $2 AND digest_at <= $1 ORDER BY digest_at, rowid LIMIT $4 + 0) AS later
        ORDER BY digest_at, nr LIMIT $4 + 0
        """,
        row => new DuePerson(
            row.GetInt64(0), new WorkspaceId(row.GetString(1)), new PersonId(row.GetString(2)), row.GetInt64(3), row.GetString(4), row.GetInt32(5), ReadLast(row, 7), row.GetInt64(6)),
        now.UtcTicks,
        after?.DigestAt ?? long.MinValue,
        after?.Row ?? 0,
        most);

    /// <summary>Somebody as reminders see them; null: they were never heard.</summary>
    public static Remindable? Find(WriteSession session, WorkspaceId workspace, PersonId person) => session.First(
        "SELECT document, digests_unpressed, digest_at, last_digest_at, last_digest_zone FROM people WHERE workspace = $1 AND id = $2",
        row => Read(row),
        workspace.Value,
        person.Value);

    /// <summary>Writes when they are due next, their last digest, and how many went unpressed.</summary>
    public static void Save(WriteSession session, Remindable to) => session.Execute(
        "UPDATE people SET digest_at = $3, digests_unpressed = $4, last_digest_at = $5, last_digest_zone = $6 WHERE workspace = $1 AND id = $2",
        to.Person.Workspace.Value,
        to.Person.Id.Value,
        to.DigestAt?.UtcTicks,
        to.Unpressed,
        to.Last?.At.UtcTicks,
        to.Last?.Zone);

    /// <summary>The same for somebody who is still as they were read.</summary>
    /// <exception cref="InvalidOperationException">They are not, and nothing was written.</exception>
    public static void Save(WriteSession session, DuePerson read, Remindable to)
    {
        var saved = session.Execute(
            """
            UPDATE people SET digest_at = $3, digests_unpressed = $4, last_digest_at = $5, last_digest_zone = $6
            WHERE workspace = $1 AND id = $2 AND digest_at = $7 AND digests_unpressed = $8 AND document = $9
            """,
            read.Workspace.Value,
            read.Person.Value,
            to.DigestAt?.UtcTicks,
            to.Unpressed,
            to.Last?.At.UtcTicks,
            to.Last?.Zone,
            read.DigestAt,
            read.Unpressed,
            read.Document);
        if (saved != 1)
        {
            throw new InvalidOperationException($"{read.Person} of {read.Workspace} is not as they were read.");
        }
    }

    /// <summary>They are left alone until then.</summary>
    public static void PutOff(WriteSession session, WorkspaceId workspace, PersonId person, DateTimeOffset until) => session.Execute(
        "UPDATE people SET digest_at = $3 WHERE workspace = $1 AND id = $2",
        workspace.Value,
        person.Value,
        until.UtcTicks);

    /// <summary>Everybody's next time is worked out anew: the workspace's holidays changed.</summary>
    public static void PutForward(WriteSession session, WorkspaceId workspace, DateTimeOffset now) => session.Execute(
        "UPDATE people SET digest_at = $2 WHERE workspace = $1 AND (digest_at > $2 OR digest_at IS NULL)",
        workspace.Value,
        now.UtcTicks);

    /// <summary>Reads a document and the four columns after it.</summary>
    internal static Remindable Read(DbDataReader row, int at = 0) => new(
        JsonSerializer.Deserialize(row.GetString(at), StoredJson.Documents.Person)!,
        row.GetInt32(at + 1),
        ReadLast(row, at + 3),
        row.IsDBNull(at + 2) ? null : new DateTimeOffset(row.GetInt64(at + 2), TimeSpan.Zero));

    private static LastDigest? ReadLast(DbDataReader row, int at) =>
        row.IsDBNull(at) ? null : new LastDigest(new DateTimeOffset(row.GetInt64(at), TimeSpan.Zero), row.GetString(at + 1));
}

/// <summary>Somebody who is due, as their row was read.</summary>
/// <param name="RulesFollowedAt">Up to when changes of the workspace's rules are followed in their deals, UTC ticks.</param>
/// <param name="DigestAt">Since when they are due, UTC ticks.</param>
public sealed record DuePerson(
    long Row, WorkspaceId Workspace, PersonId Person, long RulesFollowedAt, string Document, int Unpressed, LastDigest? Last, long DigestAt)
{
    /// <summary>They, as reminders see them.</summary>
    public Remindable Remindable() =>
        new(JsonSerializer.Deserialize(Document, StoredJson.Documents.Person)!, Unpressed, Last, new DateTimeOffset(DigestAt, TimeSpan.Zero));
}
