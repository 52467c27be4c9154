using System.Net;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace LeadBot.BotBuilder.Tests;

public sealed class IncomingTokenTests : IAsyncLifetime
{
    private const string Message = $$"""
        {"type":"message","id":"1","text":"hi","channelId":"msteams","serviceUrl":"{{TokenIssuer.ServiceUrl}}","from":{"id":"u"},"conversation":{"id":"c"} }
        """;

    private TokenIssuer issuer = null!;
    private GuardedBot bot = null!;

    public async ValueTask InitializeAsync()
    {
        issuer = await TokenIssuer.StartAsync();
        bot = await GuardedBot.StartAsync(issuer);
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await issuer.DisposeAsync();
    }

    [Fact]
    public async Task A_good_token_of_the_channel_is_believed() => await AssertBelievedAsync(issuer.Token());

    [Fact]
    public async Task Five_minutes_of_clock_skew_are_forgiven()
    {
        await AssertBelievedAsync(issuer.Token(t => t.Expires = Minutes(-4)));
        await AssertBelievedAsync(issuer.Token(t => t.NotBefore = Minutes(4)));
    }

    [Fact]
    public async Task The_service_url_may_differ_in_case() =>
        await AssertBelievedAsync(issuer.Token(t => t.Claims["serviceurl"] = TokenIssuer.ServiceUrl.ToUpperInvariant()));

    [Fact]
    public async Task An_expired_token_is_refused() => await AssertRefusedAsync(issuer.Token(t => t.Expires = Minutes(-6)));

    [Fact]
    public async Task A_token_not_yet_valid_is_refused() => await AssertRefusedAsync(issuer.Token(t => t.NotBefore = Minutes(6)));

    [Fact]
    public async Task A_token_without_an_end_is_refused() => await AssertRefusedAsync(issuer.Token(t => t.Expires = null));

    [Fact]
    public async Task A_token_for_another_bot_is_refused() => await AssertRefusedAsync(issuer.Token(t => t.Audience = TokenIssuer.Tenant));

    [Fact]
    public async Task A_token_of_another_issuer_is_refused() => await AssertRefusedAsync(issuer.Token(t => t.Issuer = "https://api.botframework.example"));

    [Fact]
    public async Task A_token_signed_with_another_key_of_the_same_name_is_refused() =>
        await AssertRefusedAsync(issuer.Token(t => t.SigningCredentials = new(TokenIssuer.NewKey(issuer.Key.KeyId), SecurityAlgorithms.RsaSha256)));

    [Fact]
    public async Task A_token_signed_with_an_unknown_key_is_refused() =>
        await AssertRefusedAsync(issuer.Token(t => t.SigningCredentials = new(TokenIssuer.NewKey("stranger"), SecurityAlgorithms.RsaSha256)));

    [Fact]
    public async Task A_key_not_endorsed_for_the_channel_is_refused()
    {
        issuer.Endorsements = ["webchat"];
        await AssertRefusedAsync(issuer.Token());
    }

    [Fact]
    public async Task A_key_endorsed_for_nothing_is_refused()
    {
        issuer.Endorsements = null;
        await AssertRefusedAsync(issuer.Token());
    }

    [Fact]
    public async Task A_token_for_another_service_url_is_refused() =>
        await AssertRefusedAsync(issuer.Token(t => t.Claims["serviceurl"] = "https://channel.test/amer/"));

    [Fact]
    public async Task A_token_without_a_service_url_is_refused() => await AssertRefusedAsync(issuer.Token(t => t.Claims.Clear()));

    [Fact]
    public async Task A_token_without_a_signature_is_refused()
    {
        var parts = issuer.Token().Split('.');
        var none = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT","kid":"key-1"}""");
        await AssertRefusedAsync($"{none}.{parts[1]}.");
        await AssertRefusedAsync($"{none}.{parts[1]}.{parts[2]}");
        await AssertRefusedAsync($"{parts[0]}.{parts[1]}.");
    }

    [Fact]
    public async Task A_token_signed_with_the_public_key_as_a_shared_secret_is_refused()
    {
        var publicKey = Encoding.ASCII.GetBytes(issuer.Key.Rsa.ExportSubjectPublicKeyInfoPem());
        var secret = new SymmetricSecurityKey(publicKey) { KeyId = issuer.Key.KeyId };
        await AssertRefusedAsync(issuer.Token(t => t.SigningCredentials = new(secret, SecurityAlgorithms.HmacSha256)));
    }

    [Fact]
    public async Task Another_algorithm_is_refused() =>
        await AssertRefusedAsync(issuer.Token(t => t.SigningCredentials = new(issuer.Key, SecurityAlgorithms.RsaSha512)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer garbage")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer e30.e30.e30")]
    [InlineData("Basic dXNlcjpwYXNz")]
    public async Task No_bearer_token_no_hearing(string? header)
    {
        var (status, body) = await bot.PostAsync(Message, header);
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Empty(body);
        Assert.Empty(bot.Reached);
    }

    [Theory]
    [InlineData("1.0", "appid", $"https://sts.windows.net/{TokenIssuer.Tenant}/")]
    [InlineData("2.0", "azp", $"https://login.microsoftonline.com/{TokenIssuer.Tenant}/v2.0")]
    [InlineData("1.0", "appid", "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/")]
    public async Task A_token_of_the_emulator_is_believed_when_it_is_this_bots_own(string version, string claim, string from)
    {
        string Emulator(string app) => issuer.Token(t =>
        {
            t.Issuer = from;
            t.Claims = new Dictionary<string, object> { ["ver"] = version, [claim] = app };
        });

        await AssertBelievedAsync(Emulator(TokenIssuer.AppId));
        await AssertRefusedAsync(Emulator(TokenIssuer.Tenant));
    }

    [Fact]
    public async Task A_token_of_another_tenant_is_refused() => await AssertRefusedAsync(issuer.Token(t =>
    {
        t.Issuer = $"https://sts.windows.net/{TokenIssuer.AppId}/";
        t.Claims = new Dictionary<string, object> { ["ver"] = "1.0", ["appid"] = TokenIssuer.AppId };
    }));

    [Fact]
    public async Task A_new_key_of_the_issuer_is_learnt()
    {
        await AssertBelievedAsync(issuer.Token());
        issuer.ChangeKey();
        await AssertBelievedAsync(issuer.Token());
    }

    [Fact]
    public async Task Tokens_with_unknown_keys_do_not_make_the_bot_ask_each_time()
    {
        for (var i = 0; i < 5; i++)
        {
            var stranger = TokenIssuer.NewKey($"stranger-{i}");
            await AssertRefusedAsync(issuer.Token(t => t.SigningCredentials = new(stranger, SecurityAlgorithms.RsaSha256)));
        }

        Assert.Equal(2, issuer.Asked);
    }

    private static DateTime Minutes(int fromNow) => DateTimeOffset.UtcNow.AddMinutes(fromNow).UtcDateTime;

    private async Task AssertBelievedAsync(string token)
    {
        var before = bot.Reached.Count;
        var (status, _) = await bot.PostAsync(Message, "Bearer " + token);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(before + 1, bot.Reached.Count);
    }

    private async Task AssertRefusedAsync(string token)
    {
        var before = bot.Reached.Count;
        var (status, _) = await bot.PostAsync(Message, "Bearer " + token);
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal(before, bot.Reached.Count);
    }
}
