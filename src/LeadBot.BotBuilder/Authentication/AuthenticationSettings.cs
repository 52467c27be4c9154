using Microsoft.Extensions.Configuration;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Who the bot is and whom it believes, from the published setting names; blank counts as absent.</summary>
internal sealed record AuthenticationSettings
{
    private AuthenticationSettings(IConfiguration configuration)
    {
        string? Read(string name) => string.IsNullOrWhiteSpace(configuration[name]) ? null : configuration[name];

        AppId = Read("MicrosoftAppId");
        Password = Read("MicrosoftAppPassword");
        TenantId = Read("MicrosoftAppTenantId");
        var type = Read("MicrosoftAppType");
        IsManagedIdentity = string.Equals(type, "UserAssignedMSI", StringComparison.OrdinalIgnoreCase);
        var isSingleTenant = IsManagedIdentity || string.Equals(type, "SingleTenant", StringComparison.OrdinalIgnoreCase);
        Authority = (Read("ToChannelFromBotLoginUrl") ?? "https://login.microsoftonline.com/{0}")
            .Replace("{0}", isSingleTenant ? TenantId : "botframework.com", StringComparison.Ordinal);
        ValidateAuthority = !string.Equals(Read("ValidateAuthority"), "false", StringComparison.OrdinalIgnoreCase);
        Resource = Read("ToChannelFromBotOAuthScope") ?? "https://api.botframework.com";
        ChannelIssuer = Read("ToBotFromChannelTokenIssuer") ?? "https://api.botframework.com";
        ChannelMetadata = Read("ToBotFromChannelOpenIdMetadataUrl") ?? "https://login.botframework.com/v1/.well-known/openidconfiguration";
        EmulatorMetadata = Read("ToBotFromEmulatorOpenIdMetadataUrl")
            ?? "https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration";
        EmulatorIssuers = [.. EntraTenants(isSingleTenant ? TenantId : null).SelectMany(IssuersOf)];
    }

    public string? AppId { get; }

    public string? Password { get; }

    public string? TenantId { get; }

    public bool IsManagedIdentity { get; }

    /// <summary>Where the bot's own tokens come from.</summary>
    public string Authority { get; }

    public bool ValidateAuthority { get; }

    /// <summary>What the bot's own tokens are for.</summary>
    public string Resource { get; }

    public string ChannelIssuer { get; }

    public string ChannelMetadata { get; }

    public string EmulatorMetadata { get; }

    public IReadOnlyList<string> EmulatorIssuers { get; }

    /// <summary>Neither id nor password: local development, everybody is believed.</summary>
    public bool IsDisabled => AppId is null && Password is null;

    public static AuthenticationSettings From(IConfiguration configuration) => new(configuration);

    // The two tenants are the Bot Framework's and Microsoft services' own, which issue the Emulator's tokens.
    private static IEnumerable<string> EntraTenants(string? own) =>
        new[] { own, "d6d49420-f39b-4df7-a1dc-d59a935871db", "f8cdef31-a31e-4b4a-93e4-5f571e91255a" }.OfType<string>();

    private static string[] IssuersOf(string tenant) =>
        [$"https://sts.windows.net/{tenant}/", $"https://login.microsoftonline.com/{tenant}/v2.0"];
}
