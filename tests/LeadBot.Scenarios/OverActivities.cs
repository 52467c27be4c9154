using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadBot.Channels.BotFramework.Cards;
using LeadBot.Dialog.Cards;
using LeadBot.Domain.Playbooks;
using LeadBot.Host.Playbooks;
using LeadBot.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace LeadBot.Scenarios;

/// <summary>
/// The whole bot, from an activity to the connector and over SQLite, beside the pure dialog on the same words and
/// presses: it must say exactly what the pure dialog decides.
/// </summary>
public sealed class OverActivities
{
    /// <summary>What is typed; the first begins a deal.</summary>
    internal static readonly IReadOnlyList<string> Words =
    [
        "qualify Acme", "qualify Globex with bant", "5k", "about 2 grand", "1500-3000", "next quarter", "1", "2", "yes", "don't know", "why", "back", "verdict", "edit",
        "help", "settings", "settings zone Berlin", "lose it", "park it until 1 march", "keep it anyway", "They are friends", "3h", "start over", "continue", "cancel", "hello", "purple", "",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task The_whole_bot_says_what_the_pure_dialog_decides(int seed)
    {
        await using var connector = await Connector.StartAsync();
        using var data = new TemporaryDirectory();
        var desk = new Desk([.. Shipped()]);
        await using var host = Host.Program.Serve(new FakeTimeProvider(desk.Now), "--urls", "http://127.0.0.1:0", "--LeadBot:DataDirectory", data.Path);
        await host.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(host.Urls.Single()) };
        var random = new Random(seed);
        var pairs = new List<(Button Pure, JsonNode Sent)>();

        for (var step = 0; step < 60; step++)
        {
            var press = pairs.Count > 0 && random.Next(3) > 0;
            var pair = press ? pairs[random.Next(Math.Max(0, pairs.Count - 12), pairs.Count)] : default;
            var words = step == 0 ? Words[0] : Words[random.Next(Words.Count)];
            var decided = press ? desk.Press(pair.Pure) : desk.Type(words);
            JsonObject said = press ? new() { ["value"] = pair.Sent["data"]!.DeepClone() } : new() { ["text"] = words };
            using var response = await http.PostAsJsonAsync("/api/messages", Activity(said, $"{seed}-{step}", connector.ServiceUrl), TestContext.Current.CancellationToken);
            Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode} to {said.ToJsonString()}");

            var cards = decided.OnlyForYou is { } line ? [Card.Of(line), .. decided.Say] : decided.Say;
            foreach (var card in cards)
            {
                var sent = await connector.NextAsync();
                Assert.Equal(Texts(Rendered(card)), Texts(JsonNode.Parse(sent.GetRawText())!));
                pairs.AddRange(card.AllButtons.Zip(Actions(JsonNode.Parse(sent.GetRawText())!)));
            }
        }

        Assert.False(connector.HasMore);
        Assert.NotEmpty(desk.Verdicts);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    private static IEnumerable<Playbook> Shipped() =>
        PlaybookFiles.In(Path.Combine(AppContext.BaseDirectory, "Playbooks")).Select(file => PlaybookFiles.Read(file).Reading.Playbook!);

    private static JsonObject Activity(JsonObject said, string id, string serviceUrl)
    {
        said["type"] = "message";
        said["id"] = id;
        said["channelId"] = "emulator";
        said["serviceUrl"] = serviceUrl;
        said["localTimezone"] = "UTC";
        said["from"] = new JsonObject { ["id"] = "dana", ["name"] = "Dana" };
        said["recipient"] = new JsonObject { ["id"] = "bot", ["name"] = "LeadBot" };
        said["conversation"] = new JsonObject { ["id"] = "conversation-1" };
        return said;
    }

    private static JsonNode Rendered(Card card) => card is { Parts: [], Buttons: [] }
        ? new JsonObject { ["text"] = card.Summary }
        : JsonNode.Parse(JsonSerializer.Serialize(AdaptiveCards.Render(card, execute: false)))!;

    /// <summary>All a person reads, in order.</summary>
    private static IEnumerable<string> Texts(JsonNode node) =>
        All(node).SelectMany(o => o).Where(p => p.Key is "text" or "title" or "label").Select(p => (string?)p.Value).OfType<string>();

    private static IEnumerable<JsonNode> Actions(JsonNode node) => All(node).Where(o => (string?)o["type"] == "Action.Submit");

    private static IEnumerable<JsonObject> All(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => All(p.Value)).Prepend(o),
        JsonArray a => a.SelectMany(All),
        _ => [],
    };
}
