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
    /// <summary>Keeps the cards and marks the conversation as having something to deliver.</summary>
    /// <returns>The ids of their rows.</returns>
    public static IReadOnlyList<long> Add(WriteSession session, WorkspaceId workspace, long conversation, IReadOnlyList<Card> cards, DateTimeOffset now) =>
        Add(session, workspace, conversation, [.. cards.Select(Document)], now);

    /// <summary>The same with cards as they are stored, <see cref="Document"/>.</summary>
    /// <param name="from">Not before then are they sent, unless something else is said there; null: at once.</param>
    public static IReadOnlyList<long> Add(WriteSession session, WorkspaceId workspace, long conversation, IReadOnlyList<string> documents, DateTimeOffset now, DateTimeOffset? from = null)
    {
        List<Asked<long>> messages = [.. documents.Select(document => Keep(session, workspace, conversation, document, now))];
        Mark(session, workspace, conversation, from ?? now, DateTimeOffset.MinValue);
        return [.. messages.Select(message => message.First)];
    }

    /// <summary>A card as it is stored.</summary>
    public static string Document(Card card) => JsonSerializer.Serialize(card, StoredJson.Documents.Card);

    /// <summary>
    /// The same, for a caller who delivers them right after the commit: the conversation is held for it from the start,
    /// which spares the claim and the reading back. What waits there already for its time goes with them, before them.
    /// </summary>
    /// <returns>What the caller now holds; null when somebody else holds the conversation, or it waits for its next attempt.</returns>
    public static Held? Hand(WriteSession session, long conversation, Place place, IReadOnlyList<Card> cards, DateTimeOffset now)
    {
        List<(Asked<long> Id, Card Card)> kept = [.. cards.Select(card => (Keep(session, place.Workspace, conversation, Document(card), now), card))];
        var lease = now + Held.Lease;
        var isNew = Mark(session, place.Workspace, conversation, now, lease);
        var held = new Held(
            conversation, place.Workspace, place.Channel, place.Address, lease, 0, [.. kept.Select(message => new WaitingMessage(message.Id.First, new Lazy<Card>(message.Card), now))]);
        if (isNew)
        {
            return held;
        }

        // Somebody waits for these, and is not to wait for the turn of what answers nobody.
        return session.Execute(
            "UPDATE deliveries SET lease_until = $4 WHERE workspace = $1 AND conversation = $2 AND lease_until <= $3 AND attempts = 0",
            place.Workspace.Value,
            conversation,
            now.UtcTicks,
            lease.UtcTicks) == 1
            ? held with { Messages = Deliveries.Waiting(session, held) }
            : null;
    }

    private static Asked<long> Keep(WriteSession session, WorkspaceId workspace, long conversation, string document, DateTimeOffset now) => session.Ask(
        "INSERT INTO outbox (workspace, conversation, card, said_at) VALUES ($1, $2, $3, $4) RETURNING id",
        row => row.GetInt64(0),
        workspace.Value,
        conversation,
        document,
        now.UtcTicks);

    /// <summary>False: it had something to deliver already.</summary>
    private static bool Mark(WriteSession session, WorkspaceId workspace, long conversation, DateTimeOffset from, DateTimeOffset lease)
    {
        var isNew = 1 == session.Execute(
            """
            INSERT INTO deliveries (conversation, workspace, lease_until, next_send_at, attempts) VALUES ($1, $2, $3, $4, 0)
            ON CONFLICT (conversation) DO NOTHING
            """,
            conversation,
            workspace.Value,
            lease.UtcTicks,
            from.UtcTicks);
        if (!isNew && session.IsShared)
        {
            // Written, so that whoever finds at the same time that nothing waits, and takes the row away, looks again.
            session.Later("UPDATE deliveries SET attempts = attempts WHERE workspace = $1 AND conversation = $2", workspace.Value, conversation);
        }

        return isNew;
    }
}
