using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The keys an issuer signs with, from its OpenID metadata: fetched when first needed, then twice a day.</summary>
internal sealed class SigningKeys(string metadataUrl, HttpClient http, TimeProvider clock)
{
    // A stranger can name an unknown key in every request; the issuer is asked no more often than this.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Lock asking = new();
    private ConfigurationManager<OpenIdConnectConfiguration> metadata = Fresh(metadataUrl, http);
    private long? asked;

    public Task<OpenIdConnectConfiguration> KnownAsync(CancellationToken cancellationToken) => metadata.GetConfigurationAsync(cancellationToken);

    /// <summary>The keys as they are now, for a token with a key not known; null when asked a moment ago.</summary>
    public async Task<OpenIdConnectConfiguration?> AskAgainAsync(CancellationToken cancellationToken)
    {
        lock (asking)
        {
            if (asked is { } last && clock.GetElapsedTime(last) < Patience)
            {
                return null;
            }

            asked = clock.GetTimestamp();
            metadata = Fresh(metadataUrl, http);
        }

        return await metadata.GetConfigurationAsync(cancellationToken);
    }

    // Keys fetched without TLS could be anybody's; only an address on this machine may do without.
    private static ConfigurationManager<OpenIdConnectConfiguration> Fresh(string url, HttpClient http) => new(
        url,
        new OpenIdConnectConfigurationRetriever(),
        new HttpDocumentRetriever(http) { RequireHttps = !new Uri(url).IsLoopback });
}
