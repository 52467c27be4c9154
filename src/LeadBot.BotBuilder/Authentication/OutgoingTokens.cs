using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The bot's own tokens for the channel, kept by MSAL until near their end.</summary>
internal sealed class OutgoingTokens(AuthenticationSettings settings, HttpClient http)
{
    private readonly Lazy<IConfidentialClientApplication> client = new(() => ConfidentialClientApplicationBuilder
        .Create(settings.AppId)
        .WithAuthority(settings.Authority, settings.ValidateAuthority)
        .WithInstanceDiscovery(settings.ValidateAuthority)
        .WithClientSecret(settings.Password)
        .WithHttpClientFactory(new OneClient(http))
        .Build());

    private readonly Lazy<IManagedIdentityApplication> identity = new(() => ManagedIdentityApplicationBuilder
        .Create(ManagedIdentityId.WithUserAssignedClientId(settings.AppId))
        .WithHttpClientFactory(new OneClient(http))
        .Build());

    /// <summary>A token, or null in local mode.</summary>
    /// <exception cref="MsalException">None is to be had.</exception>
    public async Task<string?> GetAsync(CancellationToken cancellationToken)
    {
        if (settings.IsDisabled)
        {
            return null;
        }

        var result = settings.IsManagedIdentity
            ? await identity.Value.AcquireTokenForManagedIdentity(settings.Resource).ExecuteAsync(cancellationToken)
            : await client.Value.AcquireTokenForClient([settings.Resource + "/.default"]).ExecuteAsync(cancellationToken);
        return result.AccessToken;
    }

    private sealed class OneClient(HttpClient http) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => http;
    }
}
