namespace LeadBot.Channels.BotFramework;

/// <summary>Who the bot is to the Bot Framework, under the settings' published names. All empty: local mode.</summary>
public sealed class BotFrameworkOptions
{
    /// <summary>The app registration's client id.</summary>
    public string? MicrosoftAppId { get; set; }

    /// <summary>A client secret; none for <c>UserAssignedMSI</c>.</summary>
    public string? MicrosoftAppPassword { get; set; }

    /// <summary><c>MultiTenant</c> (when empty), <c>SingleTenant</c> or <c>UserAssignedMSI</c>.</summary>
    public string? MicrosoftAppType { get; set; }

    /// <summary>The tenant of a <c>SingleTenant</c> or <c>UserAssignedMSI</c> bot.</summary>
    public string? MicrosoftAppTenantId { get; set; }

    /// <summary>Everybody's, as the protocol has it when no type is set.</summary>
    public bool IsMultiTenant => string.IsNullOrWhiteSpace(MicrosoftAppType) || string.Equals(MicrosoftAppType, "MultiTenant", StringComparison.OrdinalIgnoreCase);

    /// <summary>No account anywhere: activities are believed unseen, and only addresses on this machine are written to.</summary>
    public bool IsLocal => string.IsNullOrWhiteSpace(MicrosoftAppId) && string.IsNullOrWhiteSpace(MicrosoftAppPassword);
}
