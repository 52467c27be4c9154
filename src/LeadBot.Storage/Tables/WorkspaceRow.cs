namespace LeadBot.Storage.Tables;

/// <summary>A workspace; <see cref="Document"/> holds what its admins set.</summary>
public sealed class WorkspaceRow
{
    public required string Id { get; set; }

    public required string Document { get; set; }

    /// <summary>When its limits or calendar changed last, UTC ticks; null: they never did.</summary>
    public long? RulesChangedAt { get; set; }

    /// <summary>When its weekly posts are due, UTC ticks; null: that was not worked out yet.</summary>
    public long? WeekAt { get; set; }
}
