using System.Text.Json.Nodes;
using LeadBot.Dialog.Channels;
using LeadBot.Domain;
using LeadBot.Storage.Gate;
using Microsoft.Extensions.DependencyInjection;

namespace LeadBot.Scenarios.Slack;

/// <summary>Organisations that installed the bot for all their workspaces, and channels shared with other companies.</summary>
public sealed class AcrossWorkspaces
{
    [Fact]
    public async Task An_organisation_that_uninstalls_it_is_left_alone_everywhere_and_reminded_everywhere_once_it_is_back()
    {
        await using var host = await SlackHost.StartAsync(slack => slack.ForMany);
        await InstallAsync(host, "xoxb-org");
        var (dana, kim) = (new Member(host.Slack, "UDANA", "Dana") { Organisation = "E1" }, new Member(host.Slack, "UKIM", "Kim") { Team = "T2", Organisation = "E1" });
        await dana.TypeAsync("qualify Acme");
        await kim.TypeAsync("qualify Globex");
        await host.AllIsDoneAsync();
        Assert.Equal([dana.Direct, kim.Direct], host.Slack.Screens.All.Select(shown => shown.Channel));

        await host.Slack.DeliverAsync("events", new JsonObject { ["type"] = "event_callback", ["enterprise_id"] = "E1", ["api_app_id"] = "A1", ["event_id"] = "EvGONE", ["event"] = new JsonObject { ["type"] = "app_uninstalled" } });
        host.Slack.Tokens["xoxb-org"] = "account_inactive";
        var calls = host.Slack.Calls.Count;
        await DaysAsync(host, 40);
        Assert.Equal(calls, host.Slack.Calls.Count);

        // Nobody says a word.
        await InstallAsync(host, "xoxb-again");
        await DaysAsync(host, 4);
        var digests = host.Slack.Screens.All.Skip(2).ToList();
        Assert.Contains(digests, shown => shown.Channel == dana.Direct && shown.Text.Contains("Acme", StringComparison.Ordinal));
        Assert.Contains(digests, shown => shown.Channel == kim.Direct && shown.Text.Contains("Globex", StringComparison.Ordinal));
        Assert.All(host.Slack.Calls.Skip(calls), call => Assert.Equal("xoxb-again", call.Token));
    }

    [Fact]
    public async Task A_workspace_with_an_installation_of_its_own_goes_on_when_an_organisation_uninstalls()
    {
        await using var host = await SlackHost.StartAsync(slack => slack.ForMany);
        await InstallAsync(host, "xoxb-org");
        var dana = new Member(host.Slack, "UDANA", "Dana") { Organisation = "E1" };
        await dana.TypeAsync("qualify Acme");
        await host.AllIsDoneAsync();
        await InstallAsync(host, "xoxb-own", "T1");

        await host.Slack.DeliverAsync("events", new JsonObject { ["type"] = "event_callback", ["enterprise_id"] = "E1", ["api_app_id"] = "A1", ["event_id"] = "EvGONE", ["event"] = new JsonObject { ["type"] = "app_uninstalled" } });
        host.Slack.Tokens["xoxb-org"] = "account_inactive";
        var calls = host.Slack.Calls.Count;
        await DaysAsync(host, 30);

        Assert.Contains(host.Slack.Screens.All.Skip(1), shown => shown.Text.Contains("Acme", StringComparison.Ordinal));
        Assert.All(host.Slack.Calls.Skip(calls), call => Assert.Equal("xoxb-own", call.Token));
    }

    [Fact]
    public async Task A_workspace_an_organisation_takes_it_out_of_is_left_alone_and_the_others_are_not()
    {
        await using var host = await SlackHost.StartAsync(slack => slack.ForMany);
        await InstallAsync(host, "xoxb-org");
        Member[] members = [new(host.Slack, "UDANA", "Dana") { Organisation = "E1" }, new(host.Slack, "UKIM", "Kim") { Team = "T2", Organisation = "E1" }, new(host.Slack, "ULEE", "Lee") { Team = "T3", Organisation = "E1" }];
        foreach (var member in members)
        {
            await member.TypeAsync("qualify Acme");
            await host.AllIsDoneAsync();
        }

        await InstallAsync(host, "xoxb-own", "T3");
        await host.Slack.DeliverAsync("events", new JsonObject
        {
            ["type"] = "event_callback",
            ["enterprise_id"] = "E1",
            ["api_app_id"] = "A1",
            ["event_id"] = "EvREVOKED",
            ["event"] = new JsonObject { ["type"] = "team_access_revoked", ["team_ids"] = new JsonArray("T2", "T3") },
        });
        await DaysAsync(host, 30);

        // Lee's workspace installed it for itself.
        Assert.Equal([members[0].Direct, members[2].Direct], host.Slack.Screens.All.Skip(3).Select(shown => shown.Channel).Distinct().Order(StringComparer.Ordinal));
        await members[1].TypeAsync("deals");
        await host.AllIsDoneAsync();
        Assert.Contains("Acme", host.Slack.Screens.All.Last(shown => shown.Channel == members[1].Direct).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_channel_shared_with_another_company_its_people_learn_nothing_and_change_nothing()
    {
        await using var host = await SlackHost.StartAsync();
        var (dana, rob) = (host.Join("Dana"), new Member(host.Slack, "UROB", "Rob") { Home = "T9" });
        var root = await dana.MentionAsync("C1", "qualify Globex");
        await host.AllIsDoneAsync();
        var asked = Assert.Single(host.Slack.Screens.All);

        Assert.Equal(200, (await rob.ReplyAsync("C1", root, "we pay 1 dollar")).Status);
        Assert.Equal(200, (await rob.PressAsync("Free", asked)).Status);
        await rob.MentionAsync("C1", "deals", root);
        await host.AllIsDoneAsync();

        var told = host.Slack.Screens.All.Skip(1).ToList();
        Assert.Equal(2, told.Count);
        Assert.All(told, shown => Assert.Equal(("ephemeral", rob.Id, "LeadBot answers only members of the workspace that installed it."), (shown.Where, shown.User, shown.Text)));
        await dana.ReplyAsync("C1", root, "5k");
        Assert.Contains("Noted: $5,000.", (await host.Slack.Screens.NextAsync(shown => shown.Where == "message" && shown.Id != asked.Id)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await host.Store.Gate.BackgroundAsync(Scope.Sweep, session => session.All("SELECT COUNT(*) FROM people WHERE id = 'UROB'", row => row.GetInt32(0))[0], TestContext.Current.CancellationToken));
    }

    /// <param name="by">An organisation, or a workspace for itself.</param>
    private static async Task InstallAsync(SlackHost host, string token, string by = "E1")
    {
        host.Slack.Tokens[token] = null;
        await host.Services.GetRequiredService<KeepInstallation>()(
            new Installation(new WorkspaceId($"slack:{by}"), by == "E1", new PersonId(FakeSlack.Bot), token, new PersonId("UBOSS"), host.Clock.GetUtcNow()), TestContext.Current.CancellationToken);
    }

    private static async Task DaysAsync(SlackHost host, int days)
    {
        for (var day = 0; day < days; day++)
        {
            await host.AllIsDoneAsync();
            await host.Store.PassAsync(host.Clock, TimeSpan.FromDays(1));
            await host.SweepAsync();
        }

        await host.AllIsDoneAsync();
    }
}
