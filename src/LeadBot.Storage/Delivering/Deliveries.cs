using System.Data.Common;
using System.Text.Json;
using LeadBot.Dialog.Cards;
using LeadBot.Domain;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Json;

namespace LeadBot.Storage.Delivering;

/// <summary>The conversations that have something to deliver: who holds them, and when they are next due.</summary>
public static class Deliveries
{
    /// <summary>How many messages of a conversation are read at a time.</summary>
    private const int MostMessages = 20;

    private const string Due =
        """
        SELECT d.conversation, d.workspace, d.attempts, c.address, c.unopened FROM deliveries d CROSS JOIN conversations c
        WHERE c.id = d.conversation AND c.channel = $1 AND d.lease_until <= $2 AND d.next_send_at <= $2 ORDER BY d.next_send_at LIMIT $3 + 0
        """;

    /// <summary>Those that another instance is just claiming are left to it.</summary>
    private const string DueAndFree = Due + " FOR UPDATE OF d SKIP LOCKED";

    /// <summary>Lets go of everything, for a process that alone holds the data directory and has claimed nothing yet.</summary>
    public static int LetGoOfAll(WriteSession session) => session.Execute("UPDATE deliveries SET lease_until = 0 WHERE lease_until > 0");

    /// <summary>Holds conversations of that channel that are due, longest due first.</summary>
    public static IReadOnlyList<Held> Claim(WriteSession session, string channel, int most, DateTimeOffset now)
    {
        var lease = now + Held.Lease;
        var due = session.All(
            session.IsShared ? DueAndFree : Due,
            row => new Held(row.GetInt64(0), new WorkspaceId(row.GetString(1)), channel, row.GetString(3), lease, row.GetInt32(2), [], row.GetInt32(4) == 1),
            channel,
            now.UtcTicks,
            most);
        foreach (var held in due)
        {
            session.Later("UPDATE deliveries SET lease_until = $3 WHERE workspace = $1 AND conversation = $2", held.Workspace.Value, held.Conversation, lease.UtcTicks);
        }

        var waiting = due.ConvertAll(held => AskWaiting(session, held));
        return [.. due.Select((held, at) => held with { Messages = waiting[at].Rows })];
    }

    /// <summary>
    /// When a conversation of that channel that is not due now may be next: the first whose time comes, or that somebody holds.
    /// Null: none waits for a later time. However many wait, one of each is read.
    /// </summary>
    /// <param name="now">The beginning of time: not null when anything waits at all.</param>
    public static DateTimeOffset? NextDue(WriteSession session, string channel, DateTimeOffset now) => session.All(
        """
        SELECT * FROM (
            SELECT d.next_send_at AS due FROM deliveries d CROSS JOIN conversations c
            WHERE c.id = d.conversation AND c.channel = $1 AND d.next_send_at > $2 ORDER BY d.next_send_at LIMIT 1) AS timed
        UNION ALL SELECT * FROM (
            SELECT d.lease_until FROM deliveries d CROSS JOIN conversations c
            WHERE c.id = d.conversation AND c.channel = $1 AND d.lease_until > 0 AND d.lease_until > $2 ORDER BY d.lease_until LIMIT 1) AS held
        ORDER BY due
        """,
        row => (DateTimeOffset?)new DateTimeOffset(row.GetInt64(0), TimeSpan.Zero),
        channel,
        now.UtcTicks).FirstOrDefault();

    /// <summary>
    /// Marks what was sent or given up, and goes on holding the conversation if more waits. Marks are kept even when the
    /// lease was lost: the messages did go out.
    /// </summary>
    /// <returns>Asked after the commit, the conversation with what waits now, held anew; null when nothing waits or somebody else holds it.</returns>
    public static Func<Held?> Settle(WriteSession session, Held held, IReadOnlyList<Settled> messages, DateTimeOffset now)
    {
        Mark(session, held, messages);
        var waiting = AskWaiting(session, held);
        session.Later(
            """
            DELETE FROM deliveries WHERE workspace = $1 AND conversation = $2 AND lease_until = $3
                AND NOT EXISTS (SELECT 1 FROM outbox WHERE workspace = $1 AND conversation = $2 AND sent_at IS NULL AND dead_at IS NULL)
            """,
            held.Workspace.Value,
            held.Conversation,
            held.LeaseUntil.UtcTicks);
        var lease = now + Held.Lease;
        var attempts = messages.Count > 0 ? 0 : held.Attempts;
        var renewed = session.Ask(
            "UPDATE deliveries SET lease_until = $4, attempts = $5 WHERE workspace = $1 AND conversation = $2 AND lease_until = $3 RETURNING 1",
            row => row.GetInt32(0),
            held.Workspace.Value,
            held.Conversation,
            held.LeaseUntil.UtcTicks,
            lease.UtcTicks,
            attempts);
        return () => renewed.Rows.Count == 1 ? held with { LeaseUntil = lease, Attempts = attempts, Messages = waiting.Rows } : null;
    }

    /// <summary>Marks what was sent or given up, and lets go of the conversation until then.</summary>
    public static int PutOff(WriteSession session, Held held, IReadOnlyList<Settled> messages, DateTimeOffset nextSendAt, int attempts)
    {
        Mark(session, held, messages);
        return session.Execute(
            "UPDATE deliveries SET lease_until = 0, next_send_at = $4, attempts = $5 WHERE workspace = $1 AND conversation = $2 AND lease_until = $3",
            held.Workspace.Value,
            held.Conversation,
            held.LeaseUntil.UtcTicks,
            nextSendAt.UtcTicks,
            attempts);
    }

    private static void Mark(WriteSession session, Held held, IReadOnlyList<Settled> messages)
    {
        foreach (var message in messages)
        {
            if (message.DeadBecause is null)
            {
                session.Later("UPDATE outbox SET sent_at = $3, sent_as = $4 WHERE workspace = $1 AND id = $2", held.Workspace.Value, message.Message, message.At.UtcTicks, message.SentAs);
            }
            else
            {
                session.Later("UPDATE outbox SET dead_at = $3, dead_because = $4 WHERE workspace = $1 AND id = $2", held.Workspace.Value, message.Message, message.At.UtcTicks, message.DeadBecause);
            }
        }
    }

    /// <summary>The oldest that wait there.</summary>
    private static Asked<WaitingMessage> AskWaiting(WriteSession session, Held held) => session.Ask(
        "SELECT id, card, said_at FROM outbox WHERE workspace = $1 AND conversation = $2 AND sent_at IS NULL AND dead_at IS NULL ORDER BY id LIMIT $3 + 0",
        Read,
        held.Workspace.Value,
        held.Conversation,
        MostMessages);

    private static WaitingMessage Read(DbDataReader row) => new(
        row.GetInt64(0),
        Later(row.GetString(1)),
        new DateTimeOffset(row.GetInt64(2), TimeSpan.Zero));

    /// <summary>It is read by who sends it, and not by the writer while turns wait.</summary>
    private static Lazy<Card> Later(string document) => new(() => JsonSerializer.Deserialize(document, StoredJson.Documents.Card)!);
}
