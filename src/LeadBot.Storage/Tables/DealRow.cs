namespace LeadBot.Storage.Tables;

/// <summary>A deal: columns for finding it, and <see cref="Document"/> for all of it.</summary>
public sealed class DealRow
{
    /// <summary>32 lower-case hexadecimal digits.</summary>
    public required string Id { get; set; }

    public required string Workspace { get; set; }

    public required string Owner { get; set; }

    public required string Name { get; set; }

    public required string State { get; set; }

    public long Revision { get; set; }

    public required string Document { get; set; }
}
