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
    /// <summary>What is remembered of the conversation at that place; null when nothing was said there yet.</summary>
    public static Asked<KnownConversation> At(WriteSession session, Place place) => Ask(session, place.Channel, place.Workspace, place.Conversation);

    /// <inheritdoc cref="At"/>
    public static Conversation? Find(WriteSession session, string channel, WorkspaceId workspace, string name) => Ask(session, channel, workspace, name).First?.Conversation;

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
        Document(conversation))[0];

    /// <summary>The same of one whose row was read in this job.</summary>
    public static void Save(WriteSession session, long id, Place place, Conversation conversation) => session.Later(
        "UPDATE conversations SET address = $3, document = $4, gone_at = NULL WHERE workspace = $1 AND id = $2",
        place.Workspace.Value,
        id,
        place.Address,
        Document(conversation));

    private static Asked<KnownConversation> Ask(WriteSession session, string channel, WorkspaceId workspace, string name) => session.Ask(
        "SELECT id, document FROM conversations WHERE workspace = $1 AND channel = $2 AND name = $3",
        row => new KnownConversation(row.GetInt64(0), JsonSerializer.Deserialize(row.GetString(1), StoredJson.Documents.Conversation)!),
        workspace.Value,
        channel,
        name);

    private static string Document(Conversation conversation) => JsonSerializer.Serialize(conversation, StoredJson.Documents.Conversation);
}

/// <summary>A conversation and its row.</summary>
public sealed record KnownConversation(long Id, Conversation Conversation);
