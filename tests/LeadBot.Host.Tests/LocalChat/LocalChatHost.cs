using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Incoming;
using LeadBot.Host.LocalChat;
using LeadBot.Host.Startup;
using LeadBot.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LeadBot.Host.Tests.LocalChat;

/// <summary>The chat page's part of the host on a real port, with turns that the test decides.</summary>
internal sealed class LocalChatHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TemporaryDirectory? _own;

    private LocalChatHost(WebApplication app, TemporaryDirectory? own)
    {
        _app = app;
        _own = own;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    /// <summary>What was taken through a turn.</summary>
    public List<IncomingMessage> Heard { get; } = [];

    /// <summary>What a turn answers at once.</summary>
    public Func<IncomingMessage, TurnResponse> Answer { get; set; } = _ => TurnResponse.None;

    public HttpClient Http { get; }

    public IChannel Channel => _app.Services.GetRequiredService<IChannel>();

    public static async Task<LocalChatHost> StartAsync(string? directory = null, TimeProvider? clock = null, string urls = "http://127.0.0.1:0", params string[] settings)
    {
        var own = directory is null ? new TemporaryDirectory() : null;
        var builder = WebApplication.CreateBuilder(["--urls", urls, "--LeadBot:DataDirectory", directory ?? own!.Path, .. settings]);
        builder.AddQuietLogs();
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        LocalChatHost? host = null;
        builder.Services.AddSingleton<TakeTurn>((message, _) =>
        {
            host!.Heard.Add(message);
            return Task.FromResult(host.Answer(message));
        });
        builder.AddLocalChat();
        var app = builder.Build();
        app.UseLocalChat();
        await app.StartAsync();
        return host = new LocalChatHost(app, own);
    }

    public async Task<Opened> OpenAsync()
    {
        var token = (string)(await JsonAsync(HttpMethod.Post, "tokens/generate", null)).Body!["token"]!;
        var started = await JsonAsync(HttpMethod.Post, "conversations", token);
        return new Opened((string)started.Body!["conversationId"]!, (string)started.Body["token"]!, new Uri((string)started.Body["streamUrl"]!));
    }

    public Task<Answered> SayAsync(Opened opened, string text, string? clientId = null) => PostAsync(opened, new JsonObject
    {
        ["type"] = "message",
        ["text"] = text,
        ["from"] = new JsonObject { ["id"] = "you", ["role"] = "user" },
        ["channelData"] = clientId is null ? null : new JsonObject { ["clientActivityID"] = clientId },
    });

    public Task<Answered> PostAsync(Opened opened, JsonNode activity) =>
        JsonAsync(HttpMethod.Post, $"conversations/{opened.Conversation}/activities", opened.Token, JsonContent.Create(activity));

    public Task<Answered> ReadAsync(Opened opened, string watermark = "") =>
        JsonAsync(HttpMethod.Get, $"conversations/{opened.Conversation}/activities?watermark={watermark}", opened.Token);

    public Task SendAsync(Opened opened, Card card) => Channel.SendAsync(opened.Conversation, card, CancellationToken.None);

    public async Task<Answered> JsonAsync(HttpMethod method, string path, string? token, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, "/v3/directline/" + path) { Content = content };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Answered((int)response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text) : null);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _own?.Dispose();
    }

    internal sealed record Opened(string Conversation, string Token, Uri Stream);

    internal sealed record Answered(int Status, JsonNode? Body)
    {
        public IReadOnlyList<JsonNode> Activities => [.. Body!["activities"]!.AsArray().Select(a => a!)];

        /// <summary>What was typed, and what the cards say.</summary>
        public IReadOnlyList<string> Texts => [.. Activities.Select(a => (string)(a["text"] ?? a["summary"])!)];

        public string Watermark => (string)Body!["watermark"]!;
    }
}
