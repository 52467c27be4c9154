using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LeadBot.BotBuilder.Tests;

/// <summary>An issuer of tokens with OpenID metadata and keys of its own, on a real port.</summary>
internal sealed class TokenIssuer : IAsyncDisposable
{
    public const string AppId = "11111111-1111-4111-8111-111111111111";
    public const string Tenant = "22222222-2222-4222-8222-222222222222";
    public const string ServiceUrl = "https://channel.test/emea/";

    // Keys take long to make, so all issuers begin with the same one.
    private static readonly RsaSecurityKey First = NewKey("key-1");

    private WebApplication? app;

    public RsaSecurityKey Key { get; private set; } = First;

    public string[]? Endorsements { get; set; } = ["msteams", "webchat"];

    /// <summary>How often the keys were asked for.</summary>
    public int Asked { get; private set; }

    public string MetadataUrl => app!.Urls.Single() + "/openid";

    public static async Task<TokenIssuer> StartAsync()
    {
        var issuer = new TokenIssuer();
        issuer.app = await Loopback.StartAsync(app =>
        {
            app.MapGet("/openid", () => Results.Json(new { issuer = "https://api.botframework.com", jwks_uri = app.Urls.Single() + "/keys" }));
            app.MapGet("/keys", () =>
            {
                issuer.Asked++;
                var rsa = issuer.Key.Rsa.ExportParameters(false);
                return Results.Json(new
                {
                    keys = new[]
                    {
                        new
                        {
                            kty = "RSA", use = "sig", kid = issuer.Key.KeyId, endorsements = issuer.Endorsements,
                            n = Base64UrlEncoder.Encode(rsa.Modulus), e = Base64UrlEncoder.Encode(rsa.Exponent),
                        },
                    },
                });
            });
        });
        return issuer;
    }

    public void ChangeKey() => Key = NewKey("key-2");

    /// <summary>A good token of the channel, changed as the test says.</summary>
    public string Token(Action<SecurityTokenDescriptor>? change = null)
    {
        var now = DateTimeOffset.UtcNow.UtcDateTime;
        var token = new SecurityTokenDescriptor
        {
            Issuer = "https://api.botframework.com",
            Audience = AppId,
            NotBefore = now.AddHours(-1),
            Expires = now.AddHours(1),
            Claims = new Dictionary<string, object> { ["serviceurl"] = ServiceUrl },
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
        };
        change?.Invoke(token);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }

    public static RsaSecurityKey NewKey(string id) => new(RSA.Create(2048)) { KeyId = id };

    public ValueTask DisposeAsync() => app!.DisposeAsync();
}
