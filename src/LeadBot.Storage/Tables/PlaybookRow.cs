namespace LeadBot.Storage.Tables;

/// <summary>The text of a playbook some deal was started with; never changed.</summary>
public sealed class PlaybookRow
{
    public required string Workspace { get; set; }

    /// <summary>Lower-case hexadecimal SHA-256 of <see cref="Text"/>.</summary>
    public required string Hash { get; set; }

    public required string Text { get; set; }
}
