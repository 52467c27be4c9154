using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LeadBot.Storage.Opening;
using LeadBot.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LeadBot.Scenarios.Reminders;

/// <summary>Over the Bot Framework's activities.</summary>
internal sealed class ActivityChat : IChat
{
    private readonly TemporaryDirectory _data = new();
    private readonly List<JsonNode> _heard = [];
    private Connector _connector = null!;
    private WebApplication _app = null!;
    private HttpClient _http = null!;
    private int _said;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public IServiceProvider Services => _app.Services;

    public static async Task<ActivityChat> OpenAsync()
    {
        var chat = new ActivityChat { _connector = await Connector.StartAsync() };
        chat._app = LeadBot.Host.Program.Serve(chat.Clock, ["--urls", "http://127.0.0.1:0", .. ServerDatabases.Settings(chat._data.Path)]);
        await chat._app.StartAsync();
        chat._http = new HttpClient { BaseAddress = new Uri(chat._app.Urls.First()) };
        return chat;
    }

    public Task TypeAsync(string person, string text, string? thread) => SayAsync(person, new JsonObject { ["text"] = text }, thread);

    public Task PressAsync(string person, string label)
    {
        var button = Enumerable.Reverse(_heard).SelectMany(activity => All(activity)).First(o => (string?)o["type"] == "Action.Submit" && (string?)o["title"] == label);
        return SayAsync(person, new JsonObject { ["value"] = button["data"]!.DeepClone() }, null);
    }

    public async Task<IReadOnlyList<string>> HearAsync()
    {
        await Services.GetRequiredService<Store>().AllIsSentAsync();
        var texts = new List<string>();
        while (_connector.HasMore)
        {
            var activity = JsonNode.Parse((await _connector.NextAsync()).GetRawText())!;
            _heard.Add(activity);
            texts.Add(string.Join('\n', All(activity).SelectMany(o => o).Where(p => p.Key is "text" or "title" or "value" && p.Value is JsonValue).Select(p => p.Value!.ToString())));
        }

        return texts;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _connector.DisposeAsync();
        _data.Dispose();
    }

    private async Task SayAsync(string person, JsonObject said, string? thread)
    {
        said["type"] = "message";
        said["id"] = $"{++_said}";
        said["channelId"] = "emulator";
        said["serviceUrl"] = _connector.ServiceUrl;
        said["localTimezone"] = "UTC";
        said["from"] = new JsonObject { ["id"] = person, ["name"] = char.ToUpperInvariant(person[0]) + person[1..] };
        said["recipient"] = new JsonObject { ["id"] = "bot", ["name"] = "LeadBot" };
        said["conversation"] = thread is null
            ? new JsonObject { ["id"] = $"with {person}" }
            : new JsonObject { ["id"] = $"19:sales;messageid={thread}", ["conversationType"] = "channel" };
        using var response = await _http.PostAsJsonAsync("/api/messages", said, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode} to {said.ToJsonString()}");
    }

    private static IEnumerable<JsonObject> All(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => All(p.Value)).Prepend(o),
        JsonArray a => a.SelectMany(All),
        _ => [],
    };
}
