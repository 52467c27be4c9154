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
}
