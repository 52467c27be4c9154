namespace LeadBot.Storage.Tables;

/// <summary>Something managers have to hear of; a newer one of the same takes its place.</summary>
public sealed class RaisedRow
{
    public required string Workspace { get; set; }

    /// <summary>What it is about: <c>PriceCut:DEAL</c>, <c>DigestsUnpressed:PERSON</c>.</summary>
    public required string About { get; set; }

    /// <summary>The rep it is about, unless a deal says who.</summary>
    public required string Rep { get; set; }

    public string? Deal { get; set; }

    /// <summary>UTC ticks.</summary>
    public long At { get; set; }

    public required string Document { get; set; }
}
