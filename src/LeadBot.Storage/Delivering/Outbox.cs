using System.Text.Json;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Json;

namespace LeadBot.Storage.Delivering;

/// <summary>What is to be said, kept in the turn that said it.</summary>
public static class Outbox
{
    private const int HeldByAnother = 0;

    private const int HeldAnew = 1;

    private const string MakeOrTake =
        """
        INSERT INTO deliveries (conversation, workspace, lease_until, next_send_at, attempts) VALUES ($1, $2, $3, $4, 0)
        ON CONFLICT (conversation) DO UPDATE
            SET lease_until = CASE WHEN deliveries.lease_until <= $4 AND deliveries.attempts = 0 THEN excluded.lease_until ELSE deliveries.lease_until END
        """;

    /// <summary>Keeps the cards and marks the conversation as having something to deliver.</summary>
    /// <returns>The ids of their rows.</returns>
    public static IReadOnlyList<long> Add(WriteSession session, WorkspaceId workspace, long conversation, IReadOnlyList<Card> cards, DateTimeOffset now) =>
        Add(session, workspace, conversation, [.. cards.Select(Document)], now);

    /// <summary>The same with cards as they are stored, <see cref="Document"/>.</summary>
    /// <param name="from">Not before then are they sent, unless something else is said there; null: at once.</param>
    public static IReadOnlyList<long> Add(WriteSession session, WorkspaceId workspace, long conversation, IReadOnlyList<string> documents, DateTimeOffset now, DateTimeOffset? from = null)
    {
        List<Asked<long>> messages = [.. documents.Select(document => Keep(session, workspace, conversation, document, now))];
        // Written in any case, so that whoever finds at the same time that nothing waits there, and takes the row away, looks again.
        session.Later(
            """
            INSERT INTO deliveries (conversation, workspace, lease_until, next_send_at, attempts) VALUES ($1, $2, 0, $3, 0)
            ON CONFLICT (conversation) DO UPDATE SET attempts = deliveries.attempts
            """,
            conversation,
            workspace.Value,
            (from ?? now).UtcTicks);
        return [.. messages.Select(message => message.First)];
    }

    /// <summary>A card as it is stored.</summary>
    public static string Document(Card card) => JsonSerializer.Serialize(card, StoredJson.Documents.Card);

    /// <summary>
    /// The same, for a caller who delivers them right after the commit: the conversation is held for it from the start, which spares the claim and the reading back.
    /// Somebody waits for these, and is not to wait for the turn of what answers nobody: what waits there already for its time goes with them, before them.
    /// </summary>
    /// <returns>Asked after the commit, what the caller now holds; null when somebody else holds the conversation, or it waits for its next attempt.</returns>
    public static Func<Held?> Hand(WriteSession session, long conversation, Place place, IReadOnlyList<Card> cards, DateTimeOffset now)
    {
        List<(Asked<long> Id, Card Card)> kept = [.. cards.Select(card => (Keep(session, place.Workspace, conversation, Document(card), now), card))];
        var lease = now + Held.Lease;
        var hold = Hold(session, place.Workspace, conversation, now, lease);
        return () => hold.First == HeldByAnother
            ? null
            : new Held(
                conversation,
                place.Workspace,
                place.Channel,
                place.Address,
                lease,
                0,
                hold.First == HeldAnew ? [.. kept.Select(message => new WaitingMessage(message.Id.First, new Lazy<Card>(message.Card), now))] : []);
    }

    private static Asked<long> Keep(WriteSession session, WorkspaceId workspace, long conversation, string document, DateTimeOffset now) => session.Ask(
        "INSERT INTO outbox (workspace, conversation, card, said_at) VALUES ($1, $2, $3, $4) RETURNING id",
        row => row.GetInt64(0),
        workspace.Value,
        conversation,
        document,
        now.UtcTicks);

    /// <summary>Holds the conversation from now on, if nobody does and it need not wait for its next attempt.</summary>
    /// <returns><see cref="HeldByAnother"/>, <see cref="HeldAnew"/>, or 2: something waited there before.</returns>
    private static Asked<int> Hold(WriteSession session, WorkspaceId workspace, long conversation, DateTimeOffset now, DateTimeOffset lease)
    {
        if (session.IsShared)
        {
            // A row that was there is written in any case, as above. One that was made has no xmax; the inner query sees the row as it was.
            return session.Ask(
                MakeOrTake +
                """
                 RETURNING CASE WHEN xmax = 0 THEN 1
                    WHEN (SELECT was.lease_until <= $4 AND was.attempts = 0 FROM deliveries was WHERE was.workspace = $2 AND was.conversation = $1) THEN 2 ELSE 0 END
                """,
                row => row.GetInt32(0),
                conversation,
                workspace.Value,
                lease.UtcTicks,
                now.UtcTicks);
        }

        var before = session.Ask(
            """
            SELECT COALESCE((SELECT CASE WHEN lease_until <= $3 AND attempts = 0 THEN 2 ELSE 0 END FROM deliveries WHERE workspace = $1 AND conversation = $2), 1)
            """,
            row => row.GetInt32(0),
            workspace.Value,
            conversation,
            now.UtcTicks);
        session.Later(MakeOrTake, conversation, workspace.Value, lease.UtcTicks, now.UtcTicks);
        return before;
    }
}
