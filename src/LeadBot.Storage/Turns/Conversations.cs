using System.Text.Json;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Json;

namespace LeadBot.Storage.Turns;

/// <summary>The conversations, within a turn.</summary>
public static class Conversations
{
    /// <summary>What is remembered of the conversation at that place; a new one when nothing was said there yet.</summary>
    public static Conversation At(WriteSession session, Place place) => Find(session, place.Channel, place.Workspace, place.Conversation) ?? Conversation.New;

    /// <summary>The same; null when nothing was said there yet.</summary>
    public static Conversation? Find(WriteSession session, string channel, WorkspaceId workspace, string name) => session.First(
        "SELECT document FROM conversations WHERE workspace = $1 AND channel = $2 AND name = $3",
        row => JsonSerializer.Deserialize(row.GetString(0), StoredJson.Documents.Conversation),
        workspace.Value,
        channel,
        name);

    /// <summary>Writes it as it is from now on, with the newest address, and returns its row's id. Somebody spoke there: it is not gone.</summary>
    public static long Save(WriteSession session, Place place, Conversation conversation) => session.All(
        """
        INSERT INTO conversations (workspace, channel, name, address, document, unopened) VALUES ($1, $2, $3, $4, $5, 0)
        ON CONFLICT (workspace, channel, name) DO UPDATE SET address = excluded.address, document = excluded.document, gone_at = NULL
        RETURNING id
        """,
        row => row.GetInt64(0),
        place.Workspace.Value,
        place.Channel,
        place.Conversation,
        place.Address,
        JsonSerializer.Serialize(conversation, StoredJson.Documents.Conversation))[0];
}
