using System.Text.Json;
using System.Text.RegularExpressions;
using LeadBot.Scenarios.Slack;

namespace LeadBot.Scenarios.Deployment;

/// <summary>What watches over LeadBot reads what LeadBot says of itself.</summary>
public sealed partial class TheMonitoring
{
    private static readonly string s_alerts = File.ReadAllText(Tool.Deployment("monitoring", "alerts.yaml"));

    private static readonly string s_dashboard = File.ReadAllText(Tool.Deployment("monitoring", "dashboard.json"));

    [Fact]
    public async Task Prometheus_takes_the_alerts()
    {
        var (code, output) = await Tool.RunAsync("promtool", ["check", "rules", Tool.Deployment("monitoring", "alerts.yaml")]);
        Assert.True(code == 0, output);
    }

    [Fact]
    public void The_dashboard_asks_the_source_that_is_chosen_and_no_panel_lies_on_another()
    {
        var panels = JsonElement.Parse(s_dashboard).GetProperty("panels").EnumerateArray().ToList();

        Assert.All(panels, panel => Assert.Equal("${source}", panel.GetProperty("datasource").GetProperty("uid").GetString()));
        var places = panels.Select(panel => panel.GetProperty("gridPos")).Select(at => (at.GetProperty("x").GetInt32(), at.GetProperty("y").GetInt32())).ToList();
        Assert.Equal(places.Distinct(), places);
    }

    [Fact]
    public async Task Everything_that_is_watched_is_measured_and_says_nothing_of_anybody()
    {
        await using var host = await SlackHost.StartAsync(slack => [.. slack.OverHttp, "--LeadBot:Telemetry:Metrics", "true"]);
        var dana = host.Join("Dana");
        await host.InstalledByAsync(dana);
        await dana.TypeAsync("qualify Plantedname");
        await SeeAsync(host, "What do they expect to pay?");
        await dana.PressAsync("$2,000 to $10,000");
        await SeeAsync(host, "What came back?");
        await dana.TypeAsync("they said no");
        await SeeAsync(host, "Walk away from Plantedname");
        await dana.TypeAsync("keep it anyway");
        for (var hour = 0; hour < 40 * 24; hour += 2)
        {
            await host.Store.PassAsync(host.Clock, TimeSpan.FromHours(2));
            await host.SweepAsync();
        }

        await host.AllIsDoneAsync();

        using var http = new HttpClient { BaseAddress = host.Slack.Host };
        var scraped = await http.GetStringAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);
        var measured = Metric().Matches(scraped).Select(name => name.Value).ToHashSet();
        Assert.Empty(Metric().Matches(s_alerts + s_dashboard).Select(name => name.Value).Distinct().Except(measured));
        Assert.DoesNotContain("Plantedname", scraped, StringComparison.Ordinal);
        Assert.DoesNotContain(dana.Id, scraped, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unless_it_is_asked_for_nothing_is_served()
    {
        await using var host = await SlackHost.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Slack.Host };
        using var answer = await http.GetAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static Task<Shown> SeeAsync(SlackHost host, string text) => host.Slack.Screens.NextAsync(shown => shown.Text.Contains(text, StringComparison.Ordinal));

    [GeneratedRegex(@"\bleadbot_[a-z_]+")]
    private static partial Regex Metric();
}
