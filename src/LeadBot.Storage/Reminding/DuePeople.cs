using System.Text.Json;
using LeadBot.Dialog.Digests;
using LeadBot.Domain;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Json;
using Microsoft.Data.Sqlite;

namespace LeadBot.Storage.Reminding;

/// <summary>Who is due to be reminded.</summary>
public static class DuePeople
{
    /// <summary>The people who are due, longest due first.</summary>
    public static IReadOnlyList<(WorkspaceId Workspace, PersonId Person)> Of(WriteSession session, DateTimeOffset now, int most) => session.All(
        "SELECT workspace, id FROM people WHERE digest_at <= $1 ORDER BY digest_at LIMIT $2 + 0",
        row => (new WorkspaceId(row.GetString(0)), new PersonId(row.GetString(1))),
        now.UtcTicks,
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
    internal static Remindable Read(SqliteDataReader row, int at = 0) => new(
        JsonSerializer.Deserialize(row.GetString(at), StoredJson.Documents.Person)!,
        row.GetInt32(at + 1),
        row.IsDBNull(at + 3) ? null : new LastDigest(new DateTimeOffset(row.GetInt64(at + 3), TimeSpan.Zero), row.GetString(at + 4)),
        row.IsDBNull(at + 2) ? null : new DateTimeOffset(row.GetInt64(at + 2), TimeSpan.Zero));
}
