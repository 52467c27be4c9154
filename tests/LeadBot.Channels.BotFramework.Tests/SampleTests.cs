using System.Net;
using System.Text.Json.Nodes;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Incoming;

namespace LeadBot.Channels.BotFramework.Tests;

/// <summary>What real clients send, replayed through a real host.</summary>
public sealed class SampleTests
{
    private const string Tenant = "msteams:00000000-0000-0000-0000-0000000000c1";
    private const string Rep = "00000000-0000-0000-0000-0000000000a1";

    public static TheoryData<string, PlaceKind, string, string> Places => new()
    {
        { "in-emulator-personal-conversationUpdate-added", PlaceKind.Direct, Tenant, Rep },
        { "in-emulator-personal-invoke-adaptiveCard_action", PlaceKind.Direct, Tenant, Rep },
        { "in-emulator-personal-message", PlaceKind.Direct, Tenant, Rep },
        { "in-expect-personal-conversationUpdate-added", PlaceKind.Direct, Tenant, Rep },
        { "in-expect-personal-installationUpdate-add", PlaceKind.Direct, Tenant, Rep },
        { "in-expect-personal-message", PlaceKind.Direct, Tenant, Rep },
        { "in-teams-channel-conversationUpdate-added", PlaceKind.Thread, Tenant, Rep },
        { "in-teams-channel-installationUpdate-add", PlaceKind.Thread, Tenant, Rep },
        { "in-teams-channel-message", PlaceKind.Thread, Tenant, Rep },
        { "in-teams-groupChat-conversationUpdate-added", PlaceKind.GroupChat, Tenant, Rep },
        { "in-teams-groupChat-installationUpdate-add", PlaceKind.GroupChat, Tenant, Rep },
        { "in-teams-groupChat-message", PlaceKind.GroupChat, Tenant, Rep },
        { "in-teams-personal-conversationUpdate-added", PlaceKind.Direct, Tenant, Rep },
        { "in-teams-personal-installationUpdate-add", PlaceKind.Direct, Tenant, Rep },
        { "in-teams-personal-invoke-adaptiveCard_action-inputs", PlaceKind.Direct, Tenant, Rep },
        { "in-teams-personal-invoke-adaptiveCard_action", PlaceKind.Direct, Tenant, Rep },
        { "in-teams-personal-message-submit", PlaceKind.Direct, Tenant, Rep },
        { "in-teams-personal-message", PlaceKind.Direct, Tenant, Rep },
        { "in-webchat-none-conversationUpdate-added", PlaceKind.Direct, "local", "rep-1" },
        { "in-webchat-none-message", PlaceKind.Direct, "local", "rep-1" },
    };

    [Fact]
    public void Every_sample_has_its_place_in_the_list() => Assert.Equal(
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Samples")).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal),
        Places.Select(row => row.Data.Item1).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_sample_reaches_the_bot_and_is_answered_with_200(string name, PlaceKind kind, string workspace, string person)
    {
        await using var bot = await TestBot.StartAsync();
        var sample = await ReadAsync(name);

        var (status, _) = await bot.PostAsync(sample.ToJsonString());

        Assert.Equal(HttpStatusCode.OK, status);
        var heard = Assert.Single(bot.Heard);
        Assert.Equal(("botframework", kind, workspace), (heard.Place.Channel, heard.Place.Kind, heard.Place.Workspace.Value));
        Assert.Equal((string?)sample["conversation"]!["id"], heard.Place.Conversation);
        Assert.Equal(kind == PlaceKind.Thread ? "team-id" : null, heard.Place.TeamChannel);
        Assert.Equal(person, heard.From.Id.Value);
        Assert.Equal(sample["deliveryMode"] is not null, heard.WantsRepliesInResponse);
        Assert.Contains((string)sample["id"]!, heard.EventKey, StringComparison.Ordinal);
        var expected = (string)sample["type"]! switch
        {
            "message" when sample["value"] is null => typeof(Said.Typed),
            // What this button carries is another bot's.
            "message" => typeof(Said.Typed),
            "invoke" => typeof(Said.Pressed),
            _ => typeof(Said.Arrived),
        };
        Assert.IsType(expected, heard.Said);
    }

    [Theory]
    [InlineData("in-teams-personal-message", "hello bot")]
    [InlineData("in-teams-channel-message", "hi channel")]
    [InlineData("in-teams-groupChat-message", "hi group")]
    [InlineData("in-webchat-none-message", "hello")]
    public async Task What_was_typed_comes_without_the_bots_mention(string name, string text)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.PostAsync((await ReadAsync(name)).ToJsonString());
        Assert.Equal(new Said.Typed(text), Assert.Single(bot.Heard).Said);
    }

    [Fact]
    public async Task The_sender_comes_with_name_zone_and_language()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.PostAsync((await ReadAsync("in-teams-personal-message")).ToJsonString());
        var from = Assert.Single(bot.Heard).From;
        Assert.Equal(("Sam Rep", "Etc/UTC", "en-US"), (from.Name, from.TimeZone, from.Locale));
    }

    [Fact]
    public async Task A_pressed_button_comes_with_what_was_filled_in_and_is_answered_with_the_redrawn_card()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Answer = _ => new TurnResponse(Card.Of("As it stands now."), null, []);
        var (status, body) = await bot.PostAsync((await ReadAsync("in-teams-personal-invoke-adaptiveCard_action-inputs")).ToJsonString());

        var pressed = Assert.IsType<Said.Pressed>(Assert.Single(bot.Heard).Said);
        Assert.Equal(("doIt", true), (pressed.Action, pressed.CanRedraw));
        Assert.Equal(new Dictionary<string, string> { ["a"] = "execute", ["note"] = "exec note" }, pressed.Fields);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(200, body!.Value.GetProperty("statusCode").GetInt32());
        Assert.Equal("application/vnd.microsoft.card.adaptive", body.Value.GetProperty("type").GetString());
        Assert.Equal("As it stands now.", body.Value.GetProperty("value").GetProperty("body")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Replies_go_into_the_response_where_the_channel_wants_them_there()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Answer = _ => new TurnResponse(null, null, [Card.Of("One."), Card.Of("Two.", new Button("go", "Go", new Dictionary<string, string>()))]);
        var (status, body) = await bot.PostAsync((await ReadAsync("in-expect-personal-message")).ToJsonString());

        Assert.Equal(HttpStatusCode.OK, status);
        var replies = body!.Value.GetProperty("activities");
        Assert.Equal(2, replies.GetArrayLength());
        Assert.Equal("One.", replies[0].GetProperty("text").GetString());
        Assert.Equal("rep-1", replies[0].GetProperty("recipient").GetProperty("id").GetString());
        Assert.Equal("application/vnd.microsoft.card.adaptive", replies[1].GetProperty("attachments")[0].GetProperty("contentType").GetString());
    }

    private static async Task<JsonNode> ReadAsync(string name) => JsonNode.Parse(
        await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Samples", name + ".json"), TestContext.Current.CancellationToken))!;
}
