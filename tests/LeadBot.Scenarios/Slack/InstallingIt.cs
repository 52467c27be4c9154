using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace LeadBot.Scenarios.Slack;

/// <summary>Workspaces and organisations install the bot by OAuth, as a browser goes through it.</summary>
public sealed class InstallingIt
{
    private const string Secret = "xoxb-a-token-nobody-may-read";

    [Fact]
    public async Task Who_installs_it_is_welcomed_and_is_the_admin()
    {
        await using var host = await SlackHost.StartAsync(slack => slack.ForMany);
        var dana = host.Join("Dana");
        using var browser = Browser(host);

        var (status, page) = await InstallAsync(host, browser, Access(dana.Id, Secret));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("LeadBot is installed", page, StringComparison.Ordinal);
        var welcome = await host.Slack.Screens.NextAsync();
        Assert.Equal(("message", dana.Direct), (welcome.Where, welcome.Channel));
        Assert.Contains("I help you lose sales quickly.", welcome.Text, StringComparison.Ordinal);
        Assert.All(host.Slack.Calls.Where(call => call.Method is "chat.postMessage" or "conversations.open"), call => Assert.Equal(Secret, call.Token));
        Assert.Equal(new PersonId(dana.Id), (await WorkspaceAsync(host))!.Admin);
    }

    [Fact]
    public async Task The_token_is_nowhere_in_the_data_directory_and_is_still_known_after_a_restart()
    {
        await using var host = await SlackHost.StartAsync(slack => slack.ForMany);
        using (var browser = Browser(host))
        {
            await InstallAsync(host, browser, Access("UDANA", Secret));
        }

        await host.Slack.Screens.NextAsync();
        await host.RestartAsync();

        var find = host.Services.GetRequiredService<FindInstallation>();
        Assert.Equal(Secret, (await find(new WorkspaceId("slack:T1"), null, TestContext.Current.CancellationToken))!.Token);
        var files = Directory.EnumerateFiles(host.DataDirectory, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith(".lock", StringComparison.Ordinal)).Select(Text).ToList();
        Assert.Contains(files, text => text.Contains("slack:T1", StringComparison.Ordinal));
        Assert.All(files, text => Assert.DoesNotContain(Secret, text, StringComparison.Ordinal));

        static string Text(string path)
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            return reader.ReadToEnd();
        }
    }

    [Fact]
    public async Task Installed_again_the_newer_token_speaks_and_the_first_admin_stays()
    {
        await using var host = await SlackHost.StartAsync(slack => slack.ForMany);
        var (dana, kim) = (host.Join("Dana"), host.Join("Kim"));
        using var browser = Browser(host);
        await InstallAsync(host, browser, Access(dana.Id, "xoxb-old"));
        await host.Slack.Screens.NextAsync();
        host.Slack.Tokens["xoxb-old"] = "token_revoked";

        await InstallAsync(host, browser, Access(kim.Id, "xoxb-new"));

        Assert.Equal(kim.Direct, (await host.Slack.Screens.NextAsync()).Channel);
        Assert.Equal("xoxb-new", host.Slack.Calls.Last(call => call.Method == "chat.postMessage").Token);
        Assert.Equal(new PersonId(dana.Id), (await WorkspaceAsync(host))!.Admin);
    }

    [Fact]
    public async Task An_organisation_installs_it_for_all_its_workspaces()
    {
        await using var host = await SlackHost.StartAsync(slack => slack.ForMany);
        using var browser = Browser(host);
        var access = Access("UDANA", Secret);
        access["team"] = null;
        access["enterprise"] = new JsonObject { ["id"] = "E1", ["name"] = "All" };
        access["is_enterprise_install"] = true;

        var (status, page) = await InstallAsync(host, browser, access);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Add it to workspaces in your organisation&#x27;s settings.", page, StringComparison.Ordinal);
        Assert.Equal(1, await host.Store.Gate.BackgroundAsync(
            Scope.Of(new WorkspaceId("slack:E1")),
            session => session.All("SELECT COUNT(*) FROM installations WHERE workspace = 'slack:E1' AND is_organisation AND installed_by = 'UDANA'", row => row.GetInt32(0))[0],
            TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Who_installs_it_for_an_organisation_is_the_admin_wherever_they_are_heard_first()
    {
        await using var host = await SlackHost.StartAsync(slack => slack.ForMany);
        using var browser = Browser(host);
        var access = Access("UDANA", Secret);
        access["enterprise"] = new JsonObject { ["id"] = "E1" };
        access["is_enterprise_install"] = true;
        await InstallAsync(host, browser, access);

        await SayAsync("T1", "UDANA");
        await SayAsync("T2", "UKIM");

        Assert.Equal(new PersonId("UDANA"), (await WorkspaceAsync(host))!.Admin);
        Assert.Null((await WorkspaceAsync(host, "T2"))!.Admin);

        Task SayAsync(string team, string person) => host.Services.GetRequiredService<TakeTurn>()(
            new IncomingMessage(team, new Place("slack", new WorkspaceId($"slack:{team}"), $"{team}:D1", PlaceKind.Direct, null, "{}") { Organisation = new("slack:E1") }, new Sender(new PersonId(person), ""), new Said.Typed("hello"), host.Clock.GetUtcNow()),
            TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Slack_asks_for_the_scopes_of_the_manifest()
    {
        await using var host = await SlackHost.StartAsync(slack => slack.ForMany);
        using var browser = Browser(host);
        using var sent = await browser.GetAsync(new Uri("/slack/install", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Contains($"scope={Uri.EscapeDataString(string.Join(',', LeadBot.Channels.Slack.Installing.SlackScopes.All))}&", sent.Headers.Location!.Query, StringComparison.Ordinal);
        var cookie = Assert.Single(sent.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Contains("path=/slack/oauth", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_is_no_error_and_changes_nothing()
    {
        await using var host = await SlackHost.StartAsync(slack => slack.ForMany);
        using var browser = Browser(host);
        var state = await StateAsync(browser);

        var (status, page) = await GetAsync(browser, $"/slack/oauth?error=access_denied&state={state}");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("You cancelled, and nothing was changed.", page, StringComparison.Ordinal);
        Assert.Empty(host.Slack.Calls);
    }

    [Theory]
    [InlineData("a stranger's")]
    [InlineData("too late")]
    [InlineData("in another browser")]
    [InlineData("twice")]
    [InlineData("without one")]
    public async Task A_way_back_that_was_not_begun_here_installs_nothing(string how)
    {
        await using var host = await SlackHost.StartAsync(slack => slack.ForMany);
        host.Slack.Codes["code"] = Access("UDANA", Secret);
        host.Slack.Tokens[Secret] = null;
        using var browser = Browser(host);
        using var other = Browser(host);
        var state = await StateAsync(browser);
        switch (how)
        {
            case "a stranger's":
                state = new string('0', state.Length);
                break;
            case "too late":
                host.Clock.Advance(TimeSpan.FromMinutes(10));
                break;
            case "twice":
                await GetAsync(browser, $"/slack/oauth?error=access_denied&state={state}");
                break;
            case "without one":
                state = "";
                break;
        }

        var (status, page) = await GetAsync(how == "in another browser" ? other : browser, $"/slack/oauth?code=code&state={state}");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("LeadBot was not installed", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/slack/install\"", page, StringComparison.Ordinal);
        Assert.Empty(host.Slack.Calls);
    }

    [Theory]
    [InlineData("invalid_code", HttpStatusCode.BadRequest, "Slack refused it: invalid_code.")]
    [InlineData("ratelimited", HttpStatusCode.BadGateway, "Slack does not answer just now.")]
    public async Task What_Slack_refuses_is_said_on_a_page(string error, HttpStatusCode expected, string sentence)
    {
        await using var host = await SlackHost.StartAsync(slack => slack.ForMany);
        using var browser = Browser(host);
        host.Slack.Faults.Fail("oauth.v2.access", error);

        var (status, page) = await GetAsync(browser, $"/slack/oauth?code=code&state={await StateAsync(browser)}");

        Assert.Equal(expected, status);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_one_token_for_one_workspace_there_is_no_such_page()
    {
        await using var host = await SlackHost.StartAsync();
        using var browser = Browser(host);

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(browser, "/slack/install")).Status);
        Assert.False(Directory.Exists(Path.Combine(host.DataDirectory, "keys")));
    }

    private static JsonObject Access(string by, string token) => new()
    {
        ["ok"] = true,
        ["access_token"] = token,
        ["token_type"] = "bot",
        ["bot_user_id"] = FakeSlack.Bot,
        ["app_id"] = "A1",
        ["team"] = new JsonObject { ["id"] = FakeSlack.Team, ["name"] = "Acme" },
        ["enterprise"] = null,
        ["is_enterprise_install"] = false,
        ["authed_user"] = new JsonObject { ["id"] = by },
    };

    private static HttpClient Browser(SlackHost host) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = host.Slack.Host };

    private static async Task<(HttpStatusCode Status, string Page)> InstallAsync(SlackHost host, HttpClient browser, JsonObject access)
    {
        host.Slack.Codes["code"] = access;
        host.Slack.Tokens[(string)access["access_token"]!] = null;
        return await GetAsync(browser, $"/slack/oauth?code=code&state={await StateAsync(browser)}");
    }

    /// <summary>What the way to Slack carries.</summary>
    private static async Task<string> StateAsync(HttpClient browser)
    {
        using var sent = await browser.GetAsync(new Uri("/slack/install", UriKind.Relative), TestContext.Current.CancellationToken);
        return sent.Headers.Location!.Query.Split("state=")[1];
    }

    private static async Task<(HttpStatusCode Status, string Page)> GetAsync(HttpClient browser, string path)
    {
        using var response = await browser.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static Task<Workspace?> WorkspaceAsync(SlackHost host, string team = FakeSlack.Team) =>
        host.Store.Gate.BackgroundAsync(Scope.Of(new WorkspaceId($"slack:{team}")), session => Workspaces.Find(session, new WorkspaceId($"slack:{team}")), TestContext.Current.CancellationToken);
}
