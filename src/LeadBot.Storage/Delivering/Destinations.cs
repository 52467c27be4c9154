using System.Text.Json;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Json;

namespace LeadBot.Storage.Delivering;

/// <summary>The conversations in which LeadBot speaks first.</summary>
public static class Destinations
{
    /// <summary>What the name of a conversation that is yet to be opened begins with; the person's id follows.</summary>
    internal const string DirectPrefix = "direct:";

    /// <summary>What the name of a linked channel's conversation begins with; the channel's own name follows.</summary>
    internal const string ChannelPrefix = "channel:";

    /// <summary>
    /// The row of a person's direct conversation. When none is known it is one that is yet to be opened, from a message of
    /// theirs elsewhere. Null: they were never heard, their conversation is gone, or the bot was uninstalled.
    /// </summary>
    public static long? DirectOf(WriteSession session, WorkspaceId workspace, PersonId person) => DirectlyTo(session, workspace, person)?.Conversation;

    /// <inheritdoc cref="DirectOf"/>
    /// <summary>The same, with its channel.</summary>
    public static (long Conversation, string Channel)? DirectlyTo(WriteSession session, WorkspaceId workspace, PersonId person)
    {
        var known = session.All(
            """
            SELECT p.direct_conversation, c.gone_at, p.heard_through, p.heard_at, c.channel FROM people p JOIN workspaces w ON w.id = p.workspace
            LEFT JOIN conversations c ON c.workspace = p.workspace AND c.id = p.direct_conversation
            WHERE p.workspace = $1 AND p.id = $2 AND json_extract(w.document, '$.uninstalledAt') IS NULL
            """,
            row => (
                Direct: row.IsDBNull(0) ? (long?)null : row.GetInt64(0),
                IsGone: !row.IsDBNull(1),
                Through: row.IsDBNull(2) ? null : row.GetString(2),
                At: row.IsDBNull(3) ? null : row.GetString(3),
                Channel: row.IsDBNull(4) ? null : row.GetString(4)),
            workspace.Value,
            person.Value);
        return known switch
        {
            [{ Direct: { } direct, IsGone: false, Channel: { } channel }] => (direct, channel),
            [{ Direct: null, Through: { } through, At: { } at }] when Unheard(session, workspace, through, DirectPrefix + person, at, unopened: true) is { } unopened => (unopened, through),
            _ => null,
        };
    }

    /// <summary>The row of a linked team channel, in which each message starts a thread. Null: it is not linked, or gone.</summary>
    /// <param name="teamChannel">A key of <see cref="Workspace.Channels"/>.</param>
    public static long? Of(WriteSession session, Workspace workspace, string teamChannel) =>
        workspace.Channels.TryGetValue(teamChannel, out var linked)
            ? Unheard(session, workspace.Id, linked.Channel, Name(teamChannel), linked.Address, unopened: false)
            : null;

    /// <summary>An admin linked the channel, maybe again: it is written to even if it was gone.</summary>
    public static void Linked(WriteSession session, WorkspaceId workspace, string teamChannel) => session.Execute(
        "UPDATE conversations SET gone_at = NULL WHERE workspace = $1 AND name = $2 AND gone_at IS NOT NULL",
        workspace.Value,
        Name(teamChannel));

    private static string Name(string teamChannel) => ChannelPrefix + teamChannel;

    private static long? Unheard(WriteSession session, WorkspaceId workspace, string channel, string name, string address, bool unopened)
    {
        var (id, isGone) = session.All(
            """
            INSERT INTO conversations (workspace, channel, name, address, document, unopened) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (workspace, channel, name) DO UPDATE SET address = excluded.address RETURNING id, gone_at
            """,
            row => (row.GetInt64(0), !row.IsDBNull(1)),
            workspace.Value,
            channel,
            name,
            address,
            JsonSerializer.Serialize(Conversation.New, StoredJson.Documents.Conversation),
            unopened)[0];
        return isGone ? null : id;
    }
}
