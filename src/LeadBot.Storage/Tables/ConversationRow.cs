namespace LeadBot.Storage.Tables;

/// <summary>A conversation, how to reach it, and in <see cref="Document"/> what the bot remembers of it.</summary>
public sealed class ConversationRow
{
    public long Id { get; set; }

    public required string Workspace { get; set; }

    public required string Channel { get; set; }

    /// <summary>The channel's own name for it.</summary>
    public required string Name { get; set; }

    /// <summary>Where to send to, as the newest message said.</summary>
    public required string Address { get; set; }

    public required string Document { get; set; }

    /// <summary>True while it is yet to be opened: <see cref="Address"/> is then that of a message of the person's elsewhere.</summary>
    public bool Unopened { get; set; }

    /// <summary>When the channel said that it is gone, UTC ticks; it is not written to again until somebody speaks there.</summary>
    public long? GoneAt { get; set; }
}
