namespace LeadBot.Channels.BotFramework;

/// <summary>Who is heard and where is written to, under <c>Teams:</c>. In local mode neither matters: everything stays on this machine.</summary>
public sealed class TeamsOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Teams";

    /// <summary>
    /// The Entra tenants that are heard, by id, separated by commas. Unset: the bot's own (<c>MicrosoftAppTenantId</c>), or every tenant for a
    /// <c>MultiTenant</c> bot. A tenant that is not heard gets 403 and no answer.
    /// </summary>
    public string? Tenants { get; set; }

    /// <summary>
    /// Hosts that may be written to besides those of Microsoft's own channels, separated by commas; <c>*.</c> before a name takes everything
    /// below it. An activity whose <c>serviceUrl</c> is elsewhere is refused, and nothing is ever sent there.
    /// </summary>
    public string? ServiceHosts { get; set; }
}
