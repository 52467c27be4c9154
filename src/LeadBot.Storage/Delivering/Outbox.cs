using System.Text.Json;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Incoming;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Json;

namespace LeadBot.Storage.Delivering;

/// <summary>What is to be said, kept in the turn that said it.</summary>
public static class Outbox
{
    /// <summary>
    /// Keeps the cards and marks the conversation as having something to deliver.
    /// </summary>
    /// <param name="handOver">
    /// The caller delivers them right after the commit: the conversation is held for it from the start, which spares the
    /// claim and the reading back.
    /// </param>
    /// <returns>What the caller now holds; null when somebody else holds the conversation, or it waits for its next attempt.</returns>
    public static Held? Add(WriteSession session, long conversation, Place place, IReadOnlyList<Card> cards, DateTimeOffset now, bool handOver)
    {
        var messages = new List<WaitingMessage>(cards.Count);
        foreach (var card in cards)
        {
            var id = session.All(
                "INSERT INTO outbox (workspace, conversation, card, said_at) VALUES ($1, $2, $3, $4) RETURNING id",
                row => row.GetInt64(0),
                place.Workspace.Value,
                conversation,
                JsonSerializer.Serialize(card, StoredJson.Documents.Card),
                now.UtcTicks)[0];
            messages.Add(new WaitingMessage(id, card, now));
        }

        var lease = handOver ? now + Held.Lease : DateTimeOffset.MinValue;
        var added = session.Execute(
            """
            INSERT INTO deliveries (conversation, workspace, lease_until, next_send_at, attempts) VALUES ($1, $2, $3, $4, 0)
            ON CONFLICT (conversation) DO NOTHING
            """,
            conversation,
            place.Workspace.Value,
            lease.UtcTicks,
            now.UtcTicks);
        return handOver && added == 1 ? new Held(conversation, place.Channel, place.Address, lease, 0, messages) : null;
    }
}
