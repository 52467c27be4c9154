using System.Net;
using System.Net.Http.Json;
using LeadBot.Host.LocalChat;
using LeadBot.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace LeadBot.Host.Tests.Startup;

public sealed class WithSlack
{
    private static readonly string[] s_slack = ["--Slack:SigningSecret", "secret", "--Slack:BotToken", "xoxb-1", "--Slack:ApiBaseUrl", "http://127.0.0.1:9/"];

    [Fact]
    public async Task Nothing_is_open_to_strangers_any_more()
    {
        using var directory = new TemporaryDirectory();
        await using var app = Program.Serve(["--urls", "http://127.0.0.1:0", "--LeadBot:DataDirectory", directory.Path, .. s_slack]);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        Assert.False(app.Services.GetRequiredService<LocalMode>().IsOn);
        using var activity = await client.PostAsJsonAsync("/api/messages", new { type = "message", text = "hello" }, TestContext.Current.CancellationToken);
        using var page = await client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        using var directLine = await client.PostAsJsonAsync("/v3/directline/conversations", new { }, TestContext.Current.CancellationToken);

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound], [activity.StatusCode, page.StatusCode, directLine.StatusCode]);
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_Bot_Framework_stays_where_it_has_credentials()
    {
        using var directory = new TemporaryDirectory();
        await using var app = Program.Serve(["--urls", "http://127.0.0.1:0", "--LeadBot:DataDirectory", directory.Path, "--MicrosoftAppId", Guid.Empty.ToString(), "--MicrosoftAppPassword", "x", .. s_slack]);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var activity = await client.PostAsJsonAsync("/api/messages", new { type = "message", text = "hello" }, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, activity.StatusCode);
        await app.StopAsync(TestContext.Current.CancellationToken);
    }
}
