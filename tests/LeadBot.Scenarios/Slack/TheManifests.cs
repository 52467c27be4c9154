using System.Text.RegularExpressions;
using LeadBot.Channels.Slack.Incoming;
using LeadBot.Channels.Slack.Installing;
using LeadBot.Scenarios.Architecture;
using YamlDotNet.Serialization;

namespace LeadBot.Scenarios.Slack;

/// <summary>What Slack is told of the app is what the code handles and calls.</summary>
public sealed partial class TheManifests
{
    private const string Http = "manifest.yaml";
    private const string Socket = "manifest-socket-mode.yaml";

    public static TheoryData<string> Files => [Http, Socket];

    [Theory]
    [MemberData(nameof(Files))]
    public void It_asks_for_the_scopes_of_what_is_called_and_heard_and_no_others(string file) =>
        Assert.Equal(SlackScopes.All, List(file, "oauth_config", "scopes", "bot"));

    [Theory]
    [MemberData(nameof(Files))]
    public void It_subscribes_to_the_events_that_are_read(string file) =>
        Assert.Equal(SlackScopes.OfEvents.Keys.Order(StringComparer.Ordinal), List(file, "settings", "event_subscriptions", "bot_events"));

    [Fact]
    public void Every_event_that_is_read_is_subscribed_to_and_the_other_way_round()
    {
        var source = File.ReadAllText(SourceTree.Code("src/LeadBot.Channels.Slack").Single(path => path.EndsWith("EventReader.cs", StringComparison.Ordinal)));
        // A message's kind is told by where it was said; a tab is none of it.
        var read = Arm().Matches(source).SelectMany(arm => Quoted().Matches(arm.Groups["types"].Value)).Select(quoted => quoted.Groups[1].Value).Except(["home", "messages"]);

        Assert.Equal(SlackScopes.OfEvents.Keys.Select(name => name.Split('.')[0]).Distinct().Order(StringComparer.Ordinal), read.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_method_that_is_called_has_its_scope_and_none_has_one_in_vain()
    {
        var called = SourceTree.Code("src/LeadBot.Channels.Slack").Where(path => !path.EndsWith("SlackScopes.cs", StringComparison.Ordinal))
            .SelectMany(path => Method().Matches(File.ReadAllText(path))).Select(method => method.Groups[1].Value);

        Assert.Equal(SlackScopes.OfMethods.Keys.Order(StringComparer.Ordinal), called.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Its_shortcuts_and_its_command_are_the_ones_the_code_knows(string file)
    {
        var shortcuts = Read(file).Of("features").Items("shortcuts");
        Assert.Equal([(InteractionReader.QualifyThis, "message"), (InteractionReader.QualifyADeal, "global")], shortcuts.Select(shortcut => (shortcut.Text("callback_id"), shortcut.Text("type"))));
        Assert.All(shortcuts, shortcut => Assert.InRange(shortcut.Text("name").Length, 1, 24));

        var command = Assert.Single(Read(file).Of("features").Items("slash_commands"));
        Assert.Equal(("/lead", "true"), (command.Text("command"), command.Text("should_escape")));
    }

    [Fact]
    public void Only_the_one_over_http_has_addresses_and_they_are_the_ones_that_are_served()
    {
        var served = Address().Matches(File.ReadAllText(Path(Http))).Select(address => address.Groups[1].Value).Distinct();

        Assert.Equal(["/slack/commands", SlackInstalling.Return, "/slack/events", "/slack/interactions"], served);
        Assert.DoesNotContain("leadbot.example.com", File.ReadAllText(Path(Socket)), StringComparison.Ordinal);
        Assert.Equal(("false", "true"), (Read(Http).Of("settings").Text("socket_mode_enabled"), Read(Socket).Of("settings").Text("socket_mode_enabled")));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void What_Slack_shows_of_it_fits(string file)
    {
        var shown = Read(file).Of("display_information");

        Assert.InRange(shown.Text("name").Length, 1, 35);
        Assert.InRange(shown.Text("description").Length, 1, 140);
        Assert.InRange(shown.Text("long_description").Length, 175, 4000);
        var app = Read(file).Of("features");
        Assert.Equal(("true", "true", "true"), (app.Of("app_home").Text("home_tab_enabled"), app.Of("app_home").Text("messages_tab_enabled"), app.Of("bot_user").Text("always_online")));
        Assert.Equal("false", Read(file).Of("settings").Text("token_rotation_enabled"));
    }

    private static IEnumerable<string> List(string file, params ReadOnlySpan<string> path)
    {
        var at = Read(file);
        foreach (var name in path[..^1])
        {
            at = at.Of(name);
        }

        return ((List<object>)at.Map[path[^1]]).Cast<string>();
    }

    private static Yaml Read(string file) => new(new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(File.ReadAllText(Path(file))));

    private static string Path(string file) => System.IO.Path.Combine(SourceTree.Root, "deployment/slack", file);

    [GeneratedRegex("""^\s*(?<types>"[a-z_]+"( or "[a-z_]+")*)( when [^\n]*)? =>""", RegexOptions.Multiline)]
    private static partial Regex Arm();

    [GeneratedRegex("\"([a-z_]+)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("\"((?:auth|bots|chat|conversations|files|oauth|pins|reactions|team|users|views)(?:\\.[A-Za-z0-9]+)+)\"")]
    private static partial Regex Method();

    [GeneratedRegex(@"https://leadbot\.example\.com(\S+)")]
    private static partial Regex Address();

    private sealed record Yaml(Dictionary<object, object> Map)
    {
        public Yaml Of(string name) => new((Dictionary<object, object>)Map[name]);

        public IReadOnlyList<Yaml> Items(string name) => [.. ((List<object>)Map[name]).Select(item => new Yaml((Dictionary<object, object>)item))];

        public string Text(string name) => (string)Map[name];
    }
}
