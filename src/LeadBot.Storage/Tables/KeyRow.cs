namespace LeadBot.Storage.Tables;

/// <summary>A key that instances encrypt with together, itself encrypted by a certificate that is not in the database; it is nobody's workspace's.</summary>
public sealed class KeyRow
{
    public required string Name { get; set; }

    public required string Xml { get; set; }
}
