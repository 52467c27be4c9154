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
    public static IReadOnlyList<long> Add(WriteSession session, WorkspaceId workspace, long conversation, IReadOnlyList<Card> cards, DateTimeOffset now)
    {
        var messages = Keep(session, workspace, conversation, cards, now);
        Mark(session, workspace, conversation, now, DateTimeOffset.MinValue);
        return [.. messages.Select(message => message.Id)];
    }

    /// <summary>
    /// The same, for a caller who delivers them right after the commit: the conversation is held for it from the start,
    /// which spares the claim and the reading back.
    /// </summary>
    /// <returns>What the caller now holds; null when somebody else holds the conversation, or it waits for its next attempt.</returns>
    public static Held? Hand(WriteSession session, long conversation, Place place, IReadOnlyList<Card> cards, DateTimeOffset now)
    {
        var messages = Keep(session, place.Workspace, conversation, cards, now);
        var lease = now + Held.Lease;
        return Mark(session, place.Workspace, conversation, now, lease) ? new Held(conversation, place.Channel, place.Address, lease, 0, messages) : null;
    }

    private static List<WaitingMessage> Keep(WriteSession session, WorkspaceId workspace, long conversation, IReadOnlyList<Card> cards, DateTimeOffset now)
    {
        var messages = new List<WaitingMessage>(cards.Count);
        foreach (var card in cards)
        {
            var id = session.All(
                "INSERT INTO outbox (workspace, conversation, card, said_at) VALUES ($1, $2, $3, $4) RETURNING id",
                row => row.GetInt64(0),
                workspace.Value,
                conversation,
                JsonSerializer.Serialize(card, StoredJson.Documents.Card),
                now.UtcTicks)[0];
            messages.Add(new WaitingMessage(id, card, now));
        }

        return messages;
    }

    /// <summary>False: it had something to deliver already.</summary>
    private static bool Mark(WriteSession session, WorkspaceId workspace, long conversation, DateTimeOffset now, DateTimeOffset lease) => 1 == session.Execute(
        """
        INSERT INTO deliveries (conversation, workspace, lease_until, next_send_at, attempts) VALUES ($1, $2, $3, $4, 0)
        ON CONFLICT (conversation) DO NOTHING
        """,
        conversation,
        workspace.Value,
        lease.UtcTicks,
        now.UtcTicks);
}
