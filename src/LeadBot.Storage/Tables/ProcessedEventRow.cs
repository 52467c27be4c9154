namespace LeadBot.Storage.Tables;

/// <summary>An event that was taken through its turn, and what was answered at once.</summary>
public sealed class ProcessedEventRow
{
    public long Id { get; set; }

    public required string Workspace { get; set; }

    public required string Channel { get; set; }

    public required string EventKey { get; set; }

    /// <summary>UTC ticks.</summary>
    public long TakenAt { get; set; }

    /// <summary>As JSON; null when there was nothing to answer at once.</summary>
    public string? Response { get; set; }
}
