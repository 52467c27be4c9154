using System.Text.Json;
using Microsoft.Bot.Schema;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Believes an activity only with a token made for this bot by the channel or by the Emulator.</summary>
internal sealed class IncomingTokens(AuthenticationSettings settings, HttpClient http, TimeProvider clock)
{
    private static readonly JsonWebTokenHandler Tokens = new() { MaximumTokenSizeInBytes = 16 * 1024 };

    private readonly SigningKeys channel = new(settings.ChannelMetadata, http, clock);
    private readonly SigningKeys emulator = new(settings.EmulatorMetadata, http, clock);

    /// <exception cref="UnauthorizedAccessException">It is not to be believed; the message says why.</exception>
    public async Task CheckAsync(Activity activity, string? header, CancellationToken cancellationToken)
    {
        if (settings.IsDisabled)
        {
            return;
        }

        var token = Read(header);
        if (settings.EmulatorIssuers.Contains(token.Issuer))
        {
            await ValidateAsync(token, emulator, settings.EmulatorIssuers, cancellationToken);
            var claim = Claim(token, "ver") == "2.0" ? "azp" : "appid";
            Require(Claim(token, claim) == settings.AppId, $"The token's {claim} is not this bot.");
            return;
        }

        var keys = await ValidateAsync(token, channel, [settings.ChannelIssuer], cancellationToken);
        Require(Endorses(keys, token.Kid, activity.ChannelId), "The token's key is not endorsed for the channel.");
        Require(
            string.Equals(Claim(token, "serviceurl"), activity.ServiceUrl, StringComparison.OrdinalIgnoreCase),
            "The token's service URL is not the activity's.");
    }

    private async Task<JsonWebKeySet> ValidateAsync(
        JsonWebToken token, SigningKeys keys, IEnumerable<string> issuers, CancellationToken cancellationToken)
    {
        var parameters = new TokenValidationParameters
        {
            ValidIssuers = issuers,
            ValidAudience = settings.AppId,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ClockSkew = TimeSpan.FromMinutes(5),
        };

        var known = await keys.KnownAsync(cancellationToken);
        parameters.IssuerSigningKeys = known.SigningKeys;
        var result = await Tokens.ValidateTokenAsync(token, parameters);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException && await keys.AskAgainAsync(cancellationToken) is { } current)
        {
            known = current;
            parameters.IssuerSigningKeys = known.SigningKeys;
            result = await Tokens.ValidateTokenAsync(token, parameters);
        }

        Require(result.IsValid, result.Exception?.GetType().Name ?? "The token is not valid.");
        return known.JsonWebKeySet;
    }

    private static JsonWebToken Read(string? header)
    {
        const string scheme = "Bearer ";
        Require(header?.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) == true, "There is no bearer token.");
        try
        {
            return Tokens.ReadJsonWebToken(header![scheme.Length..].Trim());
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException)
        {
            throw new UnauthorizedAccessException("The bearer token cannot be read.", e);
        }
    }

    private static bool Endorses(JsonWebKeySet keys, string kid, string? channelId) =>
        channelId is not null
        && keys.Keys.FirstOrDefault(k => k.Kid == kid) is { } key
        && key.AdditionalData.TryGetValue("endorsements", out var said)
        && Strings(said).Contains(channelId);

    private static IEnumerable<string?> Strings(object? said) => said switch
    {
        JsonElement { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Select(e => e.ToString()),
        IEnumerable<object> list => list.Select(e => e.ToString()),
        _ => [],
    };

    private static string? Claim(JsonWebToken token, string name) =>
        token.TryGetPayloadValue<string>(name, out var value) ? value : null;

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new UnauthorizedAccessException(otherwise);
        }
    }
}
