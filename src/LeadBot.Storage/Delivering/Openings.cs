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
            WHERE this.id = $1 AND known.name = $2
            """,
            row => (long?)row.GetInt64(0),
            held.Conversation,
            opened.Conversation).FirstOrDefault();
        session.Execute(
            """
            UPDATE people SET direct_conversation = $2
            WHERE (workspace, $3 || id) = (SELECT workspace, name FROM conversations WHERE id = $1)
            """,
            held.Conversation,
            known ?? held.Conversation,
            Destinations.DirectPrefix);
        if (known is { } there)
        {
            Move(session, held.Conversation, there, opened.Address, now);
            return null;
        }

        session.Execute(
            "UPDATE conversations SET name = $2, address = $3, unopened = 0 WHERE id = $1",
            held.Conversation,
            opened.Conversation,
            opened.Address);
        return held with { Address = opened.Address, Unopened = false };
    }

    private static void Move(WriteSession session, long from, long to, string address, DateTimeOffset now)
    {
        session.Execute("UPDATE outbox SET conversation = $2 WHERE conversation = $1", from, to);
        // Written in any case, so that whoever finds at the same time that nothing waits there, and takes the row away, looks again.
        session.Execute(
            """
            INSERT INTO deliveries (conversation, workspace, lease_until, next_send_at, attempts)
            SELECT id, workspace, 0, $2, 0 FROM conversations WHERE id = $1
            ON CONFLICT (conversation) DO UPDATE SET attempts = deliveries.attempts
            """,
            to,
            now.UtcTicks);
        session.Execute("UPDATE conversations SET address = $2, gone_at = NULL WHERE id = $1", to, address);
        session.Execute("DELETE FROM deliveries WHERE conversation = $1", from);
        session.Execute("DELETE FROM conversations WHERE id = $1", from);
    }
}
