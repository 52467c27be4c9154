using System.Globalization;
using System.Net;
using LeadBot.TestKit;
using Microsoft.AspNetCore.Builder;

namespace LeadBot.Host.Tests.Startup;

public sealed class LimitsTests : IAsyncLifetime
{
    private const int Allowed = 3;

    private readonly TemporaryDirectory directory = new();
    private WebApplication app = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        app = Program.Serve("--urls", "http://127.0.0.1:0", "--LeadBot:DataDirectory", directory.Path, "--ForwardedHeaders_Enabled", "true", "--LeadBot:Limits:RequestsPerMinute", $"{Allowed}");
        await app.StartAsync(TestContext.Current.CancellationToken);
        client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        directory.Dispose();
    }

    [Fact]
    public async Task One_source_that_asks_too_much_is_put_off_and_no_other()
    {
        for (var i = 0; i < Allowed; i++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await AskAsync("/nothing-here", "203.0.113.7")).Status);
        }

        var (status, wait) = await AskAsync("/nothing-here", "203.0.113.7");
        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.InRange(int.Parse(wait!, CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync("/nothing-here", "203.0.113.8")).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/healthz/live", "203.0.113.7")).Status);
    }

    [Fact]
    public async Task Headers_without_end_are_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("X-Long", new string('x', 20_000));
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Nobody_is_told_what_serves()
    {
        using var answer = await client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.False(answer.Headers.Contains("Server"));
    }

    private async Task<(HttpStatusCode Status, string? RetryAfter)> AskAsync(string path, string source)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Forwarded-For", source);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, answer.Headers.RetryAfter?.ToString());
    }
}
