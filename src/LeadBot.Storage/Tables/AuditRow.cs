namespace LeadBot.Storage.Tables;

/// <summary>One line of a workspace's audit log; never changed, but for somebody who is forgotten.</summary>
public sealed class AuditRow
{
    public long Id { get; set; }

    public required string Workspace { get; set; }

    /// <summary>UTC ticks.</summary>
    public long At { get; set; }

    /// <summary>Null: nobody in chat did it.</summary>
    public string? DoneBy { get; set; }

    public required string Act { get; set; }

    /// <summary>What it was done to: the path of a setting in the workspace's document.</summary>
    public string? About { get; set; }

    /// <summary>What it was before, as JSON; null: nothing.</summary>
    public string? Was { get; set; }

    /// <summary>What it is from then on, as JSON; null: nothing.</summary>
    public string? Became { get; set; }
}
