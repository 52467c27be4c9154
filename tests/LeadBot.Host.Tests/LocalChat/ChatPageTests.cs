using System.Text.RegularExpressions;

namespace LeadBot.Host.Tests.LocalChat;

public sealed class ChatPageTests
{
    [Fact]
    public async Task A_look_at_the_head_alone_is_answered_like_the_page()
    {
        await using var host = await LocalChatHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, "/");

        using var response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Empty(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_page_lets_in_no_script_or_style_but_its_own_and_another_nonce_each_time()
    {
        await using var host = await LocalChatHost.StartAsync();
        var nonces = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            using var response = await host.Http.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
            var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
            Assert.Equal("DENY", Assert.Single(response.Headers.GetValues("X-Frame-Options")));
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            nonces.Add(Regex.Match(policy, "'nonce-(?<it>[^']+)'").Groups["it"].Value);
            Assert.Contains($"data-nonce=\"{nonces[i]}\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        Assert.NotEqual(nonces[0], nonces[1]);
    }
}
