namespace LeadBot.Storage.Tables;

/// <summary>A workspace; <see cref="Document"/> holds what its admins set.</summary>
public sealed class WorkspaceRow
{
    public required string Id { get; set; }

    public required string Document { get; set; }
}
