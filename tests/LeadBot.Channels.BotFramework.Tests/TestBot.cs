using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Incoming;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadBot.Channels.BotFramework.Tests;

/// <summary>A real host with the channel in it, whose turns are recorded and answered as the test says.</summary>
internal sealed class TestBot : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient http = new();

    private TestBot(WebApplication app) => this.app = app;

    public ConcurrentQueue<IncomingMessage> Heard { get; } = new();

    public Func<IncomingMessage, TurnResponse> Answer { get; set; } = _ => TurnResponse.None;

    public IChannel Channel => app.Services.GetRequiredService<IChannel>();

    public static async Task<TestBot> StartAsync(Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        TestBot? bot = null;
        builder.Services.AddSingleton<TakeTurn>((message, _) =>
        {
            bot!.Heard.Enqueue(message);
            return Task.FromResult(bot.Answer(message));
        });
        configure?.Invoke(builder);
        builder.Services.AddBotFramework(builder.Configuration);
        var app = builder.Build();
        app.MapBotFramework(isLocal: true);
        bot = new TestBot(app);
        await app.StartAsync();
        return bot;
    }

    public async Task<(HttpStatusCode Status, JsonElement? Body)> PostAsync(string activity, string? bearer = null)
    {
        var (status, text) = await PostForTextAsync(activity, bearer);
        return (status, text.StartsWith('{') ? JsonElement.Parse(text) : null);
    }

    public async Task<(HttpStatusCode Status, string Text)> PostForTextAsync(string activity, string? bearer = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, app.Urls.Single() + "/api/messages");
        request.Content = new StringContent(activity, Encoding.UTF8, "application/json");
        request.Headers.Authorization = bearer is null ? null : new AuthenticationHeaderValue("Bearer", bearer);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }
}
