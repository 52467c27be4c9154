using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;
using LeadBot.Channels.BotFramework.Incoming;
using LeadBot.Dialog.Incoming;
using LeadBot.Dialog.Understanding;
using LeadBot.TestKit;
using Microsoft.Bot.Schema;

namespace LeadBot.Scenarios.Deployment;

/// <summary>What Teams is told of the app is valid, fits what Teams shows of it, and is what the code understands.</summary>
public sealed class TheTeamsApp
{
    private const string App = "11111111-1111-4111-8111-111111111111";
    private const string Page = "https://intranet.test/leadbot";

    private static readonly JsonElement s_manifest = Read(File.ReadAllText(Tool.Deployment("teams", "manifest.json")));

    private static JsonElement Bot => s_manifest.GetProperty("bots")[0];

    [Fact]
    public async Task Microsofts_schema_has_nothing_against_it() => Assert.Empty(await Tool.JudgeAsync("teams.cjs", Tool.Deployment("teams", "manifest.json")));

    [Theory]
    [InlineData("\"Lose sales quickly, and", "\"Lose sales as quickly as ever you can, and never look back at any of them, and", "80")]
    [InlineData("\"team\", \"groupChat\"], \"commandLists\"", "\"tem\"], \"commandLists\"", "bots")]
    [InlineData("\"accentColor\"", "\"accentColour\"", "accentColo")]
    public async Task It_would_have_something_against_a_slip(string right, string slip, string said)
    {
        using var folder = new TemporaryDirectory();
        var file = Path.Combine(folder.Path, "manifest.json");
        var text = string.Join(' ', File.ReadLines(Tool.Deployment("teams", "manifest.json")).Select(line => line.Trim()));
        Assert.Contains(right, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text.Replace(right, slip, StringComparison.Ordinal), TestContext.Current.CancellationToken);

        Assert.Contains(said, await Tool.JudgeAsync("teams.cjs", file), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_for_every_kind_of_place_that_is_heard()
    {
        var kinds = Texts(Bot, "scopes").Select(scope => scope == "team" ? "channel" : scope).Select(kind => Heard(kind).Place.Kind);

        Assert.Equal([PlaceKind.Direct, PlaceKind.Thread, PlaceKind.GroupChat], kinds);
        Assert.Equal(Texts(Bot, "scopes"), Bot.GetProperty("commandLists").EnumerateArray().SelectMany(list => Texts(list, "scopes")));
    }

    [Fact]
    public void Every_command_it_offers_is_understood_as_its_description_says()
    {
        var offered = Bot.GetProperty("commandLists").EnumerateArray().SelectMany(list => list.GetProperty("commands").EnumerateArray()).ToList();

        Assert.All(offered, command =>
        {
            var (title, does) = (command.GetProperty("title").GetString()!, command.GetProperty("description").GetString()!);
            var example = does.Split(": ") is [_, var said] ? said : title;
            Assert.True(Commands.Read(example) is not null, example);
            Assert.StartsWith(title, example, StringComparison.Ordinal);
        });
        // Teams shows ten of a list.
        Assert.All(Bot.GetProperty("commandLists").EnumerateArray(), list => Assert.InRange(list.GetProperty("commands").GetArrayLength(), 1, 10));
    }

    [Fact]
    public void It_is_of_this_version_and_its_own_bots() => Assert.Equal(
        (typeof(LeadBot.Host.Program).Assembly.GetName().Version!.ToString(3), s_manifest.GetProperty("id").GetString(), s_manifest.GetProperty("manifestVersion").GetString()),
        (s_manifest.GetProperty("version").GetString(), Bot.GetProperty("botId").GetString(), s_manifest.GetProperty("$schema").GetString()!.Split('/')[^2].TrimStart('v')));

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public void Its_icons_have_the_sizes_Teams_asks_for(string file, int size)
    {
        var png = File.ReadAllBytes(Tool.Deployment("teams", file));

        Assert.Equal("PNG"u8, png.AsSpan(1, 3));
        Assert.Equal((size, size), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
    }

    [Fact]
    public async Task It_is_packed_for_one_bot_and_the_package_is_valid_too()
    {
        Tool.Needs("zip");
        using var folder = new TemporaryDirectory();
        var zip = Path.Combine(folder.Path, "leadbot.zip");
        var (code, output) = await Tool.RunAsync(Tool.Deployment("teams", "pack"), [App.ToUpperInvariant(), Page, zip]);
        Assert.True(code == 0, output);

        await ZipFile.ExtractToDirectoryAsync(zip, folder.Path, TestContext.Current.CancellationToken);
        var packed = await File.ReadAllTextAsync(Path.Combine(folder.Path, "manifest.json"), TestContext.Current.CancellationToken);
        Assert.Equal(["color.png", "leadbot.zip", "manifest.json", "outline.png"], Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal((App, App), (Read(packed).GetProperty("id").GetString(), Read(packed).GetProperty("bots")[0].GetProperty("botId").GetString()));
        Assert.All(Read(packed).GetProperty("developer").EnumerateObject().Where(field => field.Name != "name"), field => Assert.Equal(Page, field.Value.GetString()));
        Assert.DoesNotContain("example.com", packed, StringComparison.Ordinal);
        Assert.Empty(await Tool.JudgeAsync("teams.cjs", Path.Combine(folder.Path, "manifest.json")));
    }

    [Theory]
    [InlineData("not-an-id", Page)]
    [InlineData(App, "http://intranet.test")]
    [InlineData(App, "https://intranet.test/|e")]
    public async Task It_is_not_packed_for_what_Teams_would_refuse(string app, string page)
    {
        var (code, output) = await Tool.RunAsync(Tool.Deployment("teams", "pack"), [app, page, "/dev/null/never.zip"]);

        Assert.Equal(2, code);
        Assert.StartsWith("pack MICROSOFT-APP-ID https://PAGE", output, StringComparison.Ordinal);
    }

    private static IncomingMessage Heard(string conversationType) => new ActivityReader("botframework", isLocal: false, TimeProvider.System).Read(new Activity
    {
        Type = ActivityTypes.Message,
        Id = "1",
        ChannelId = "msteams",
        ServiceUrl = "https://smba.trafficmanager.net/emea/",
        From = new ChannelAccount { Id = "rep" },
        Conversation = new ConversationAccount { Id = "c", ConversationType = conversationType, TenantId = "t" },
        Text = "hi",
    })!;

    private static JsonElement Read(string json) => JsonElement.Parse(json);

    private static IEnumerable<string> Texts(JsonElement json, string name) => json.GetProperty(name).EnumerateArray().Select(item => item.GetString()!);
}
