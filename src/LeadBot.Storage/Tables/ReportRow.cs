namespace LeadBot.Storage.Tables;

/// <summary>Something an admin was told; the key makes it once.</summary>
public sealed class ReportRow
{
    public required string Workspace { get; set; }

    /// <summary>What it was about: <c>gone:CONVERSATION</c>.</summary>
    public required string About { get; set; }

    /// <summary>UTC ticks.</summary>
    public long At { get; set; }
}
