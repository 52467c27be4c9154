using System.Text.Json;
using System.Text.Json.Nodes;
using LeadBot.Channels.BotFramework.Cards;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Channels;
using Microsoft.Bot.Schema;

namespace LeadBot.Channels.BotFramework.Tests;

/// <summary>In a team channel the buttons of a card are seen by the one they are for.</summary>
public sealed class OwnersViewTests
{
    private static readonly Button Drop = new("lose", "Drop it", new Dictionary<string, string> { ["deal"] = "d", ["rev"] = "3" }, ButtonStyle.Destructive);

    private static readonly Card Deal = new(
        "Acme is stale.",
        [new CardPart.Heading("Acme", Tone.Warning), new CardPart.Facts([new Fact("Silent", "41 days")]), new CardPart.Row([Drop]), new CardPart.TextField("note", "Note"), new CardPart.Link("In the CRM", "https://crm.test/1")],
        [Drop]);

    [Theory]
    [InlineData("channel")]
    [InlineData("groupChat")]
    public void Among_others_a_card_has_no_buttons_but_asks_for_its_owners(string kind)
    {
        var sent = Sent(Deal, kind);

        Assert.DoesNotContain("Action.Execute", Without(sent, "refresh").ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Mention me and type one: Drop it.", Without(sent, "refresh").ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Input.Text", Without(sent, "refresh").ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("41 days", sent.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(["29:sam"], sent["refresh"]!["userIds"]!.AsArray().Select(id => (string?)id));
        Assert.Equal(("Action.Execute", OwnersView.Verb), ((string?)sent["refresh"]!["action"]!["type"], (string?)sent["refresh"]!["action"]!["verb"]));
        Assert.DoesNotContain(OwnersView.Verb, ButtonActions.All);
    }

    [Theory]
    [InlineData("personal", "msteams", false, true)]
    [InlineData("channel", "emulator", false, true)]
    [InlineData("channel", "msteams", true, true)]
    [InlineData("channel", "msteams", false, false)]
    public void Alone_elsewhere_locally_and_for_nobody_in_particular_it_keeps_its_buttons(string kind, string channel, bool isLocal, bool hasOwner)
    {
        var sent = Sent(Deal, kind, channel, isLocal, hasOwner);

        Assert.Null(sent["refresh"]);
        Assert.Contains("Drop it", sent.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_buttons_there_is_nothing_to_ask_for() => Assert.Null(Sent(new Card("Lost.", [new CardPart.Paragraph("Lost.")], []), "channel")["refresh"]);

    [Fact]
    public async Task The_owner_is_shown_the_buttons_and_no_turn_is_taken()
    {
        await using var bot = await TestBot.StartAsync();
        var view = await AskAsync(bot, "29:sam", Data(Sent(Deal, "channel")));

        Assert.Equal(JsonSerializer.Serialize(AdaptiveCards.Render(Deal, execute: true)), view.ToJsonString());
        Assert.Empty(bot.Heard);
    }

    [Fact]
    public async Task Anybody_else_who_asks_is_shown_what_they_saw()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = Sent(Deal, "channel");

        Assert.True(JsonNode.DeepEquals(sent, await AskAsync(bot, "29:kim", Data(sent))));
    }

    [Theory]
    [InlineData("""{"for":"29:sam"}""")]
    [InlineData("""{"card":"{}"}""")]
    [InlineData("""{"for":"29:sam","card":"{}"}""")]
    [InlineData("""{"for":"29:sam","card":"null"}""")]
    [InlineData("""{"for":"29:sam","card":"nonsense"}""")]
    [InlineData("""{"for":"29:sam","card":"{\"Summary\":\"s\",\"Parts\":[null],\"Buttons\":[]}"}""")]
    [InlineData("""{"for":"29:sam","card":"{\"Summary\":\"s\",\"Parts\":[{}],\"Buttons\":[]}"}""")]
    [InlineData("""{"for":"29:sam","card":"{\"Summary\":\"s\",\"Parts\":[{\"is\":\"row\",\"Buttons\":null}],\"Buttons\":[]}"}""")]
    [InlineData("""{"for":"29:sam","card":"{\"Summary\":\"s\",\"Parts\":[{\"is\":\"facts\",\"Items\":[null]}],\"Buttons\":[]}"}""")]
    [InlineData("""{"for":"29:sam","card":"{\"Summary\":\"s\",\"Parts\":[],\"Buttons\":[null]}"}""")]
    [InlineData("""{"for":"29:sam","card":"{\"Summary\":\"s\",\"Parts\":[],\"Buttons\":[{\"Action\":\"a\",\"Label\":\"l\",\"Data\":{\"x\":null}}]}"}""")]
    [InlineData("""{"for":"29:sam","card":"{\"Summary\":\"s\",\"Parts\":[{\"is\":\"link\",\"Label\":\"l\",\"Address\":\"javascript:alert(1)\"}],\"Buttons\":[]}"}""")]
    public void What_is_no_view_is_read_as_none_or_shown_harmless(string data)
    {
        var view = OwnersView.Read(JsonElement.Parse($$"""{"action":{"verb":"{{OwnersView.Verb}}","data":{{data}} } }"""), "29:sam");

        Assert.DoesNotContain("OpenUrl", JsonSerializer.Serialize(view), StringComparison.Ordinal);
        Assert.Equal(data.Contains("link", StringComparison.Ordinal), view is not null);
    }

    [Theory]
    [InlineData('x')]
    [InlineData('"')]
    [InlineData('\\')]
    [InlineData('漢')]
    [InlineData('\u0001')]
    public void Seen_and_carried_it_stays_under_what_Teams_advises(char letter)
    {
        var text = new string(letter, 50_000);
        var card = new Card(text, [.. Enumerable.Repeat(new CardPart.Paragraph(text), 40)], [.. Enumerable.Range(0, 12).Select(i => Drop with { Label = $"Deal {i}" })]);

        // 80 kB in UTF-16.
        Assert.InRange(JsonSerializer.Serialize(OwnersView.ForAll(card, "29:sam")).Length, 10_000, 40_000);
    }

    [Fact]
    public void An_ordinary_card_loses_nothing_by_it()
    {
        var why = string.Concat(Enumerable.Repeat("Silent for 41 working days. It has cost you about 12 hours. ", 60));
        var card = Deal with { Parts = [.. Deal.Parts, new CardPart.Paragraph(why)] };

        Assert.Contains(why.Trim(), Sent(card, "channel").ToJsonString(), StringComparison.Ordinal);
    }

    private static JsonObject Sent(Card card, string kind, string channel = "msteams", bool isLocal = false, bool hasOwner = true)
    {
        var to = new Address("https://smba.trafficmanager.net/emea/", channel, new("c", kind, "t", kind != "personal"), new("bot", "LeadBot", null), hasOwner ? new("29:sam", "Sam", null) : null, null);
        return JsonNode.Parse(JsonSerializer.Serialize(CardActivities.Of(card, to, isLocal).Attachments![0].Content))!.AsObject();
    }

    private static JsonNode Data(JsonObject sent) => sent["refresh"]!["action"]!["data"]!;

    private static JsonObject Without(JsonObject card, string field)
    {
        var rest = card.DeepClone().AsObject();
        rest.Remove(field);
        return rest;
    }

    private static async Task<JsonNode> AskAsync(TestBot bot, string who, JsonNode data)
    {
        var asked = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = OwnersView.Verb, ["data"] = data.DeepClone() }, ["trigger"] = "automatic" };
        var (_, body) = await bot.PostAsync(Activities.Of("invoke", $"\"name\":\"adaptiveCard/action\",\"value\":{asked.ToJsonString()}").Replace("\"rep\"", $"\"{who}\"", StringComparison.Ordinal));
        Assert.Equal("application/vnd.microsoft.card.adaptive", body!.Value.GetProperty("type").GetString());
        return JsonNode.Parse(body.Value.GetProperty("value").GetRawText())!;
    }
}
