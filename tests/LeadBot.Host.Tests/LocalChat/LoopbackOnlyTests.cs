using System.Net;
using LeadBot.Host.Startup;

namespace LeadBot.Host.Tests.LocalChat;

public sealed class LoopbackOnlyTests
{
    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("192.168.1.20")]
    public async Task A_name_that_is_not_this_machines_is_refused_everywhere(string name)
    {
        await using var host = await LocalChatHost.StartAsync();
        foreach (var path in new[] { "/", "/chat.js", "/v3/directline/tokens/generate", "/api/messages", "/healthz/live" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path);
            request.Headers.Host = $"{name}:{host.Http.BaseAddress!.Port}";
            using var response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost:1", HttpStatusCode.Forbidden)]
    [InlineData("http://127.0.0.1:{port}", HttpStatusCode.OK)]
    public async Task A_post_from_another_sites_page_is_refused(string origin, HttpStatusCode expected)
    {
        await using var host = await LocalChatHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/tokens/generate");
        request.Headers.Add("Origin", origin.Replace("{port}", $"{host.Http.BaseAddress!.Port}", StringComparison.Ordinal));
        using var response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:0")]
    [InlineData("http://[::]:0")]
    public async Task An_address_others_can_reach_is_refused_at_the_start(string urls)
    {
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => LocalChatHost.StartAsync(urls: urls));
        Assert.Contains("--urls http://localhost:3978", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_channel_configured_there_is_no_local_chat_and_every_address_will_do()
    {
        await using var host = await LocalChatHost.StartAsync(urls: "http://0.0.0.0:0", settings: ["--MicrosoftAppId", "11111111-1111-1111-1111-111111111111"]);
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{host.Http.BaseAddress!.Port}") };
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri("/chat.js", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsync(new Uri("/v3/directline/tokens/generate", UriKind.Relative), null, TestContext.Current.CancellationToken)).StatusCode);
    }
}
