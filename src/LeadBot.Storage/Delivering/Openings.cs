using LeadBot.Dialog.Channels;
using LeadBot.Storage.Gate;

namespace LeadBot.Storage.Delivering;

/// <summary>Direct conversations that the channel has just opened.</summary>
public static class Openings
{
    /// <summary>
    /// The conversation gets its name and address, and the person has it as their own. Where that conversation is known
    /// already, what waits moves to it.
    /// </summary>
    /// <returns>The conversation, held as before; null: its messages wait in the one that was known, which nobody holds for the caller.</returns>
    public static Held? Keep(WriteSession session, Held held, Opened.Direct opened, DateTimeOffset now)
    {
        var known = session.All(
            """
            SELECT known.id FROM conversations known JOIN conversations this ON this.workspace = known.workspace AND this.channel = known.channel
            WHERE this.workspace = $1 AND this.id = $2 AND known.name = $3
            """,
            row => (long?)row.GetInt64(0),
            held.Workspace.Value,
            held.Conversation,
            opened.Conversation).FirstOrDefault();
        session.Execute(
            """
            UPDATE people SET direct_conversation = $3
            WHERE workspace = $1 AND $4 || id = (SELECT name FROM conversations WHERE workspace = $1 AND id = $2)
            """,
            held.Workspace.Value,
            held.Conversation,
            known ?? held.Conversation,
            Destinations.DirectPrefix);
        if (known is { } there)
        {
            Move(session, held, there, opened.Address, now);
            return null;
        }

        session.Execute(
            "UPDATE conversations SET name = $3, address = $4, unopened = 0 WHERE workspace = $1 AND id = $2",
            held.Workspace.Value,
            held.Conversation,
            opened.Conversation,
            opened.Address);
        return held with { Address = opened.Address, Unopened = false };
    }

    private static void Move(WriteSession session, Held held, long to, string address, DateTimeOffset now)
    {
        var (workspace, from) = (held.Workspace.Value, held.Conversation);
        session.Execute("UPDATE outbox SET conversation = $3 WHERE workspace = $1 AND conversation = $2", workspace, from, to);
        // Written in any case, so that whoever finds at the same time that nothing waits there, and takes the row away, looks again.
        session.Execute(
            """
            INSERT INTO deliveries (conversation, workspace, lease_until, next_send_at, attempts)
            VALUES ($2, $1, 0, $3, 0) ON CONFLICT (conversation) DO UPDATE SET attempts = deliveries.attempts
            """,
            workspace,
            to,
            now.UtcTicks);
        session.Execute("UPDATE conversations SET address = $3, gone_at = NULL WHERE workspace = $1 AND id = $2", workspace, to, address);
        session.Execute("DELETE FROM deliveries WHERE workspace = $1 AND conversation = $2", workspace, from);
        session.Execute("DELETE FROM conversations WHERE workspace = $1 AND id = $2", workspace, from);
    }
}
