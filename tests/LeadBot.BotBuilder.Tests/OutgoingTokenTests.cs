using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Identity.Client;
using Moq;
using Moq.Protected;

namespace LeadBot.BotBuilder.Tests;

public sealed class OutgoingTokenTests
{
    private readonly ConcurrentQueue<(Uri Url, string Body, string? Authorization)> requests = new();

    [Theory]
    [InlineData("SingleTenant", TokenIssuer.Tenant)]
    [InlineData("MultiTenant", "botframework.com")]
    [InlineData("", "botframework.com")]
    public async Task The_bot_shows_a_token_of_its_own_and_keeps_it(string type, string tenant)
    {
        var adapter = Adapter(type, _ => Json("""{"token_type":"Bearer","expires_in":3600,"access_token":"the-token"}"""));
        await SendAsync(adapter);
        await SendAsync(adapter);

        var (url, body, _) = Assert.Single(requests, r => r.Url.Host == "login.test");
        Assert.Equal($"/{tenant}/oauth2/v2.0/token", url.AbsolutePath);
        Assert.Contains("grant_type=client_credentials", body, StringComparison.Ordinal);
        Assert.Contains("scope=https%3A%2F%2Fapi.botframework.com%2F.default", body, StringComparison.Ordinal);
        Assert.Equal(["Bearer the-token", "Bearer the-token"], requests.Where(r => r.Url.Host == "channel.test").Select(r => r.Authorization));
    }

    [Fact]
    public async Task A_managed_identity_gets_its_token_from_the_machine()
    {
        var adapter = Adapter("UserAssignedMSI", _ => Json(
            $$"""{"token_type":"Bearer","expires_on":"{{DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds()}}","resource":"https://api.botframework.com","access_token":"msi-token"}"""));
        await SendAsync(adapter);
        await SendAsync(adapter);

        Assert.Contains(requests, r => r.Url.Query.Contains(TokenIssuer.AppId, StringComparison.Ordinal));
        Assert.Equal(["Bearer msi-token", "Bearer msi-token"], requests.Where(r => r.Url.Host == "channel.test").Select(r => r.Authorization));
    }

    [Fact]
    public async Task A_refused_secret_sends_nothing()
    {
        var adapter = Adapter("SingleTenant", _ => Json("""{"error":"invalid_client","error_description":"The secret has expired."}""", HttpStatusCode.Unauthorized));
        var refused = await Assert.ThrowsAnyAsync<MsalException>(() => SendAsync(adapter));
        Assert.Equal("invalid_client", refused.ErrorCode);
        Assert.DoesNotContain(requests, r => r.Url.Host == "channel.test");
    }

    [Fact]
    public async Task Without_credentials_no_token_is_asked_for_or_shown()
    {
        await SendAsync(Adapter(null, _ => throw new InvalidOperationException("Nobody should ask.")));
        Assert.Null(Assert.Single(requests).Authorization);
    }

    private static async Task SendAsync(CloudAdapter adapter) => await adapter.ContinueConversationAsync(
        TokenIssuer.AppId,
        new ConversationReference { ServiceUrl = "https://channel.test", Conversation = new() { Id = "c" } },
        (turn, cancellationToken) => turn.SendActivityAsync(new Activity { Text = "hi" }, cancellationToken),
        TestContext.Current.CancellationToken);

    private CloudAdapter Adapter(string? type, Func<HttpRequestMessage, HttpResponseMessage> issuer)
    {
        var handler = new Mock<HttpMessageHandler>();
        handler.Protected()
            .Setup<Task<HttpResponseMessage>>("SendAsync", ItExpr.IsAny<HttpRequestMessage>(), ItExpr.IsAny<CancellationToken>())
            .Returns(async (HttpRequestMessage request, CancellationToken cancellationToken) =>
            {
                var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
                requests.Enqueue((request.RequestUri!, body, request.Headers.Authorization?.ToString()));
                return request.RequestUri!.Host == "channel.test" ? Json("{}") : issuer(request);
            });
        var factory = Mock.Of<IHttpClientFactory>(f => f.CreateClient(It.IsAny<string>()) == new HttpClient(handler.Object));
        var settings = type is null ? [] : new Dictionary<string, string?>
        {
            ["MicrosoftAppId"] = TokenIssuer.AppId,
            ["MicrosoftAppPassword"] = type == "UserAssignedMSI" ? null : "not-a-secret",
            ["MicrosoftAppType"] = type,
            ["MicrosoftAppTenantId"] = TokenIssuer.Tenant,
            ["ToChannelFromBotLoginUrl"] = "https://login.test/{0}",
            ["ValidateAuthority"] = "false",
        };
        return new CloudAdapter(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), factory);
    }

    private static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
}
