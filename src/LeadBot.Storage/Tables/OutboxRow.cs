namespace LeadBot.Storage.Tables;

/// <summary>A message to a conversation: waiting until it is either sent or dead.</summary>
public sealed class OutboxRow
{
    /// <summary>Ascending in the order of saying.</summary>
    public long Id { get; set; }

    public required string Workspace { get; set; }

    public long Conversation { get; set; }

    public required string Card { get; set; }

    /// <summary>UTC ticks.</summary>
    public long SaidAt { get; set; }

    /// <summary>UTC ticks.</summary>
    public long? SentAt { get; set; }

    /// <summary>The channel's id of the sent message, if it says.</summary>
    public string? SentAs { get; set; }

    /// <summary>When it was given up, UTC ticks.</summary>
    public long? DeadAt { get; set; }

    /// <summary>Why it was given up.</summary>
    public string? DeadBecause { get; set; }
}
