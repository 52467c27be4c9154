namespace LeadBot.Storage.Tables;

/// <summary>The bot installed in a workspace, or in all of an organisation.</summary>
public sealed class InstallationRow
{
    public required string Workspace { get; set; }

    public bool IsOrganisation { get; set; }

    public required string Bot { get; set; }

    /// <summary>Encrypted; null once it was uninstalled.</summary>
    public string? ProtectedToken { get; set; }

    public required string InstalledBy { get; set; }

    /// <summary>UTC ticks.</summary>
    public long InstalledAt { get; set; }

    /// <summary>UTC ticks; null while it is installed.</summary>
    public long? RemovedAt { get; set; }
}
