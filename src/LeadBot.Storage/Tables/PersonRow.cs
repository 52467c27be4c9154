namespace LeadBot.Storage.Tables;

/// <summary>A person within a workspace; <see cref="Document"/> holds what they set for themselves.</summary>
public sealed class PersonRow
{
    public required string Workspace { get; set; }

    public required string Id { get; set; }

    public required string Document { get; set; }
}
