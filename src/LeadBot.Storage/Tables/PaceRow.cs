namespace LeadBot.Storage.Tables;

/// <summary>Up to when the pace of something that messages are sent to is spent; only where several instances share it.</summary>
public sealed class PaceRow
{
    public required string Workspace { get; set; }

    /// <summary>The channel's own name for it.</summary>
    public required string Target { get; set; }

    /// <summary>UTC ticks.</summary>
    public long SpentUntil { get; set; }
}
