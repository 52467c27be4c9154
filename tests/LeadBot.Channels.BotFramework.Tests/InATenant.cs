using System.Net;
using LeadBot.BotBuilder.Tests;
using LeadBot.Channels.Slack.Tests.Incoming;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Channels;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LeadBot.Channels.BotFramework.Tests;

/// <summary>With credentials: which tenants are heard, and where may be written to.</summary>
public sealed class InATenant : IAsyncLifetime
{
    private const string Other = "33333333-3333-4333-8333-333333333333";
    private const string Teams = "https://smba.trafficmanager.net/emea/";

    private readonly LogLines log = new();
    private TokenIssuer issuer = null!;

    public async ValueTask InitializeAsync() => issuer = await TokenIssuer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        log.Dispose();
        await issuer.DisposeAsync();
    }

    [Theory]
    [InlineData("SingleTenant", null, TokenIssuer.Tenant, true)]
    [InlineData("SingleTenant", null, Other, false)]
    [InlineData("SingleTenant", null, null, false)]
    [InlineData("UserAssignedMSI", null, Other, false)]
    [InlineData("SingleTenant", Other, Other, true)]
    [InlineData("SingleTenant", Other, TokenIssuer.Tenant, false)]
    [InlineData("MultiTenant", null, Other, true)]
    [InlineData("MultiTenant", TokenIssuer.Tenant, Other, false)]
    [InlineData("MultiTenant", TokenIssuer.Tenant + ", " + Other, Other, true)]
    public async Task Only_the_tenants_that_are_named_are_heard(string type, string? named, string? from, bool isHeard)
    {
        await using var bot = await StartAsync(("MicrosoftAppType", type), ("Teams:Tenants", named));
        var (status, text) = await bot.PostForTextAsync(Message(Teams, from), Token(Teams));

        Assert.Equal(isHeard ? HttpStatusCode.OK : HttpStatusCode.Forbidden, status);
        Assert.Equal(isHeard ? 1 : 0, bot.Heard.Count);
        Assert.Equal(isHeard ? "" : "This bot does not hear that tenant.", text);
        Assert.Equal(isHeard ? [] : [$"Warning: Refused: an activity of tenant {from ?? "(null)"}, which is not in Teams:Tenants nor the bot's own"], Warnings);
    }

    [Fact]
    public async Task A_channel_that_knows_no_tenants_is_heard()
    {
        await using var bot = await StartAsync(("Teams:Tenants", Other));
        const string WebChat = "https://webchat.botframework.com/";
        Assert.Equal(HttpStatusCode.OK, (await bot.PostAsync(Message(WebChat, null, "webchat"), Token(WebChat))).Status);
    }

    [Theory]
    [InlineData(Teams, true)]
    [InlineData("https://SMBA.trafficmanager.net/emea/", true)]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/gcc", true)]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/gcch", true)]
    [InlineData("https://directline.botframework.com/", true)]
    [InlineData("https://connector.test/", true)]
    [InlineData("https://a.below.test/", true)]
    [InlineData("https://below.test/", false)]
    [InlineData("https://notbelow.test/", false)]
    [InlineData("http://smba.trafficmanager.net/emea/", false)]
    [InlineData("https://evil.trafficmanager.net/emea/", false)]
    [InlineData("https://smba.trafficmanager.net@evil.test/", false)]
    [InlineData("https://user@smba.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager.net.evil.test/", false)]
    [InlineData("https://botframework.com.evil.test/", false)]
    [InlineData("http://127.0.0.1:1/", false)]
    [InlineData("file:///etc/passwd", false)]
    public async Task An_answer_goes_to_no_host_but_the_channels_own_and_those_named(string serviceUrl, bool isHeard)
    {
        await using var bot = await StartAsync(("Teams:ServiceHosts", "connector.test,*.below.test"));
        var (status, _) = await bot.PostAsync(Message(serviceUrl, TokenIssuer.Tenant), Token(serviceUrl));
        Assert.Equal((isHeard ? HttpStatusCode.OK : HttpStatusCode.Forbidden, isHeard ? 1 : 0), (status, bot.Heard.Count));
        Assert.Equal(isHeard ? 0 : 1, Warnings.Count(line => line.Contains("Teams:ServiceHosts", StringComparison.Ordinal)));

        if (!isHeard)
        {
            var address = new Address(serviceUrl, "msteams", new("c", "personal", TokenIssuer.Tenant, null), null, null, null).ToString();
            var sent = await bot.Channel.SendAsync(address, Card.Of("hi"), TestContext.Current.CancellationToken);
            Assert.Equal(new Sent.GiveUp("Nothing is sent to a host that is not in Teams:ServiceHosts."), sent);
        }
    }

    [Fact]
    public async Task A_service_url_that_the_token_is_not_for_is_not_believed_whatever_its_host()
    {
        await using var bot = await StartAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await bot.PostAsync(Message(Teams, TokenIssuer.Tenant), Token("https://smba.trafficmanager.net/amer/"))).Status);
        Assert.Empty(bot.Heard);
    }

    [Theory]
    [InlineData("Teams:Tenants", "contoso", "Teams:Tenants has 'contoso', which is no tenant's id: ids look like 72f988bf-86f1-41af-91ab-2d7cd011db47.")]
    [InlineData("Teams:ServiceHosts", "connector.test,https://other.test", "Teams:ServiceHosts has 'https://other.test', which is no host: write names such as connector.example.com or *.example.com, without https://.")]
    [InlineData("Teams:ServiceHosts", "*.com", "Teams:ServiceHosts has '*.com', which is no host: write names such as connector.example.com or *.example.com, without https://.")]
    [InlineData("Teams:ServiceHosts", "*", "Teams:ServiceHosts has '*', which is no host: write names such as connector.example.com or *.example.com, without https://.")]
    public async Task What_is_no_tenant_or_host_stops_the_start(string setting, string value, string sentence) => Assert.Equal(
        sentence,
        (await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync((setting, value)))).Message);

    private IEnumerable<string> Warnings => log.Lines.Where(line => line.StartsWith("Warning", StringComparison.Ordinal));

    private Task<TestBot> StartAsync(params (string Name, string? Value)[] settings) => TestBot.StartAsync(builder =>
    {
        (string Name, string? Value)[] bot =
        [
            ("MicrosoftAppId", TokenIssuer.AppId), ("MicrosoftAppPassword", "not-a-secret"), ("MicrosoftAppType", "SingleTenant"),
            ("MicrosoftAppTenantId", TokenIssuer.Tenant), ("ToBotFromChannelOpenIdMetadataUrl", issuer.MetadataUrl),
        ];
        foreach (var (name, value) in bot.Concat(settings))
        {
            builder.Configuration[name] = value;
        }

        builder.Logging.AddProvider(log);
    });

    private string Token(string serviceUrl) => issuer.Token(token => token.Claims = new Dictionary<string, object> { ["serviceurl"] = serviceUrl });

    private static string Message(string serviceUrl, string? tenant, string channel = "msteams") =>
        Activities.Of("message", "\"text\":\"hi\"", serviceUrl, channel).Replace("\"tenantId\":\"t\"", tenant is null ? "\"isGroup\":false" : $"\"tenantId\":\"{tenant}\"", StringComparison.Ordinal);
}
