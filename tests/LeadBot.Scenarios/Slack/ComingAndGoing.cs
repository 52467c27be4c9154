using System.Text.Json.Nodes;

namespace LeadBot.Scenarios.Slack;

/// <summary>The bot is uninstalled and comes back, and a socket takes the place of a public address.</summary>
public sealed class ComingAndGoing
{
    [Fact]
    public async Task A_workspace_that_uninstalls_it_is_left_alone_and_finds_its_deals_when_it_is_back()
    {
        await using var host = await SlackHost.StartAsync();
        var dana = host.Join("Dana");
        await dana.TypeAsync("qualify Acme");
        await host.Slack.Screens.NextAsync();
        await dana.EventAsync(new JsonObject { ["type"] = "tokens_revoked", ["tokens"] = new JsonObject { ["bot"] = new JsonArray(FakeSlack.Bot) }, ["event_ts"] = "1.1" });
        await dana.EventAsync(new JsonObject { ["type"] = "app_uninstalled", ["event_ts"] = "1.2" });
        host.Slack.Tokens[FakeSlack.Token] = "account_inactive";
        var calls = host.Slack.Calls.Count;

        for (var day = 0; day < 60; day++)
        {
            await host.Store.PassAsync(host.Clock, TimeSpan.FromDays(1));
            await host.SweepAsync();
        }

        await host.Store.AllIsSentAsync();
        Assert.Equal(calls, host.Slack.Calls.Count);

        host.Slack.Tokens[FakeSlack.Token] = null;
        await dana.TypeAsync("deals");
        Assert.Contains("Acme", (await host.Slack.Screens.NextAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_a_socket_everything_goes_on_while_connections_come_and_go()
    {
        await using var host = await SlackHost.StartAsync(slack => slack.OverSocket);
        var dana = host.Join("Dana");
        await dana.TypeAsync("qualify Acme");
        await SeeAsync(host, "What do they expect to pay?");
        await host.Slack.Socket.RefreshAsync();
        await dana.PressAsync("$2,000 to $10,000");
        await SeeAsync(host, "What came back?");
        Assert.Equal(200, (await dana.CommandAsync("deals")).Status);
        await SeeAsync(host, "Your deals");
        await dana.PressAsync("Open Acme");
        await SeeAsync(host, "Acme: fresh");
        await dana.PressAsync("Lose it");
        await SeeAsync(host, "Why is Acme lost?");
        Assert.Equal("update", (string?)(await dana.SendAsync("Other")).Body!["response_action"]);
        Assert.Equal(2, host.Slack.Socket.Connections);
    }

    private static Task<Shown> SeeAsync(SlackHost host, string text) => host.Slack.Screens.NextAsync(shown => shown.Text.Contains(text, StringComparison.Ordinal));
}
