using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LeadBot.Scenarios.Architecture;
using LeadBot.TestKit;
using Microsoft.AspNetCore.Builder;

namespace LeadBot.Scenarios;

/// <summary>Teams says in two ways, in either order, that somebody has the bot now.</summary>
public sealed class WelcomedOnce
{
    private const string Installed = "in-teams-personal-installationUpdate-add";
    private const string Added = "in-teams-personal-conversationUpdate-added";
    private const string Welcome = "lose sales quickly";

    [Theory]
    [InlineData(Installed, Added, false)]
    [InlineData(Added, Installed, false)]
    [InlineData(Installed, Added, true)]
    [InlineData(Added, Installed, true)]
    public async Task Whichever_comes_first_and_over_a_restart(string first, string second, bool restarts)
    {
        await using var connector = await Connector.StartAsync();
        using var data = new TemporaryDirectory();
        var host = await StartAsync(data.Path);
        await PostAsync(host, first, connector);
        Assert.Contains(Welcome, await HeardAsync(connector), StringComparison.Ordinal);
        if (restarts)
        {
            await StopAsync(host);
            host = await StartAsync(data.Path);
        }

        await PostAsync(host, second, connector);
        await PostAsync(host, "in-teams-personal-message", connector);
        Assert.DoesNotContain(Welcome, await HeardAsync(connector), StringComparison.Ordinal);
        await StopAsync(host);
        Assert.False(connector.HasMore);
    }

    [Fact]
    public async Task At_the_same_moment()
    {
        await using var connector = await Connector.StartAsync();
        using var data = new TemporaryDirectory();
        var host = await StartAsync(data.Path);

        await Task.WhenAll(PostAsync(host, Installed, connector), PostAsync(host, Added, connector));
        Assert.Contains(Welcome, await HeardAsync(connector), StringComparison.Ordinal);
        await PostAsync(host, "in-teams-personal-message", connector);
        Assert.DoesNotContain(Welcome, await HeardAsync(connector), StringComparison.Ordinal);
        await StopAsync(host);
    }

    private static async Task<string> HeardAsync(Connector connector) => (await connector.NextAsync()).GetRawText();

    private static async Task StopAsync(WebApplication host)
    {
        await host.StopAsync(TestContext.Current.CancellationToken);
        await host.DisposeAsync();
    }

    private static async Task<WebApplication> StartAsync(string data)
    {
        var host = Host.Program.Serve(TimeProvider.System, "--urls", "http://127.0.0.1:0", "--LeadBot:DataDirectory", data);
        await host.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    private static async Task PostAsync(WebApplication host, string sample, Connector connector)
    {
        var file = Path.Combine(SourceTree.Root, "tests", "LeadBot.Channels.BotFramework.Tests", "Samples", sample + ".json");
        var activity = JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!;
        activity["serviceUrl"] = connector.ServiceUrl;
        activity["conversation"]!["id"] = "a:rep-1";
        using var http = new HttpClient();
        using var response = await http.PostAsJsonAsync(host.Urls.Single() + "/api/messages", activity, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode} to {sample}");
    }
}
