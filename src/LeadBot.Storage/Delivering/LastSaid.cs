using System.Text.Json;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Incoming;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Json;

namespace LeadBot.Storage.Delivering;

/// <summary>What was said last, for a channel that shows nothing of the past by itself.</summary>
public static class LastSaid
{
    /// <summary>The cards of the last turn that said something at that place, in order; none when they are no longer kept.</summary>
    public static IReadOnlyList<Card> At(WriteSession session, Place place) => session.All(
        """
        WITH said AS (
            SELECT o.id, o.card, o.said_at FROM outbox o JOIN conversations c ON c.workspace = o.workspace AND c.id = o.conversation
            WHERE c.workspace = $1 AND c.channel = $2 AND c.name = $3
        )
        SELECT card FROM said WHERE said_at = (SELECT MAX(said_at) FROM said) ORDER BY id
        """,
        row => JsonSerializer.Deserialize(row.GetString(0), StoredJson.Documents.Card)!,
        place.Workspace.Value,
        place.Channel,
        place.Conversation);
}
