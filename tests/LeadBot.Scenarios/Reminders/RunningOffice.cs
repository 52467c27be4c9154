using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LeadBot.Host.Reminders;
using LeadBot.Storage.Opening;
using LeadBot.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LeadBot.Scenarios.Reminders;

/// <summary>The whole host in this process, on a real port and a clock that is moved by hand, and people who talk to it over activities.</summary>
internal sealed class RunningOffice : IAsyncDisposable
{
    private readonly TemporaryDirectory _data = new();
    private readonly List<JsonNode> _heard = [];
    private Connector _connector = null!;
    private WebApplication _app = null!;
    private HttpClient _http = null!;
    private int _said;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public Store Store => _app.Services.GetRequiredService<Store>();

    public static async Task<RunningOffice> OpenAsync()
    {
        var office = new RunningOffice { _connector = await Connector.StartAsync() };
        office._app = LeadBot.Host.Program.Serve(office.Clock, "--urls", "http://127.0.0.1:0", "--LeadBot:DataDirectory", office._data.Path);
        await office._app.StartAsync();
        office._http = new HttpClient { BaseAddress = new Uri(office._app.Urls.First()) };
        return office;
    }

    /// <summary>All that was sent by what they typed.</summary>
    /// <param name="thread">Of the sales channel; null: in their direct conversation.</param>
    public Task<string> TypeAsync(string person, string text, string? thread = null) => SayAsync(person, new JsonObject { ["text"] = text }, thread);

    /// <summary>Presses the newest button of that label.</summary>
    public Task<string> PressAsync(string person, string label)
    {
        var button = Enumerable.Reverse(_heard).SelectMany(activity => All(activity)).First(o => (string?)o["type"] == "Action.Submit" && (string?)o["title"] == label);
        return SayAsync(person, new JsonObject { ["value"] = button["data"]!.DeepClone() });
    }

    /// <summary>Hours go by; all that came by itself meanwhile, one text a message.</summary>
    public async Task<IReadOnlyList<string>> PassAsync(TimeSpan time)
    {
        var came = new List<string>();
        for (var until = Clock.GetUtcNow() + time; Clock.GetUtcNow() < until;)
        {
            await Store.PassAsync(Clock, TimeSpan.FromHours(1));
            await _app.Services.GetRequiredService<Sweep>().RunAsync(TestContext.Current.CancellationToken);
            came.AddRange(await HearAsync());
        }

        return came;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _connector.DisposeAsync();
        _data.Dispose();
    }

    private async Task<string> SayAsync(string person, JsonObject said, string? thread = null)
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
        return string.Join('\n', await HearAsync());
    }

    /// <summary>Waits until nothing is left to be sent, and reads what came.</summary>
    private async Task<IReadOnlyList<string>> HearAsync()
    {
        await Store.AllIsSentAsync();
        var texts = new List<string>();
        while (_connector.HasMore)
        {
            var activity = JsonNode.Parse((await _connector.NextAsync()).GetRawText())!;
            _heard.Add(activity);
            texts.Add(string.Join('\n', All(activity).SelectMany(o => o).Where(p => p.Key is "text" or "title" or "value" && p.Value is JsonValue).Select(p => p.Value!.ToString())));
        }

        return texts;
    }

    private static IEnumerable<JsonObject> All(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => All(p.Value)).Prepend(o),
        JsonArray a => a.SelectMany(All),
        _ => [],
    };
}
