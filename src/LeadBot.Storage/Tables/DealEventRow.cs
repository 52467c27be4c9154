namespace LeadBot.Storage.Tables;

/// <summary>One line of a deal's history, and what takes it back; never changed.</summary>
public sealed class DealEventRow
{
    public required string Deal { get; set; }

    /// <summary>The deal's revision from then on.</summary>
    public long Revision { get; set; }

    public required string Workspace { get; set; }

    /// <summary>UTC ticks.</summary>
    public long At { get; set; }

    /// <summary>Null: LeadBot itself, by the clock.</summary>
    public string? DoneBy { get; set; }

    /// <summary>The message that did it; null by the clock.</summary>
    public string? Channel { get; set; }

    /// <summary>The message that did it; null by the clock.</summary>
    public string? EventKey { get; set; }

    /// <summary>What happened, as JSON.</summary>
    public required string What { get; set; }

    /// <summary>The deal's document before; null: it was new, or it is too long ago to be taken back.</summary>
    public string? DocumentBefore { get; set; }

    /// <summary>It was taken back.</summary>
    public bool Undone { get; set; }
}
