using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;

namespace LeadBot.BotBuilder.Tests;

/// <summary>A bot behind a real adapter and a real port, that keeps what reaches it.</summary>
internal sealed class GuardedBot : IBot, IAsyncDisposable
{
    private readonly HttpClient http = new();
    private WebApplication? app;

    public ConcurrentQueue<Activity> Reached { get; } = new();

    public Func<ITurnContext, Task> Answer { get; set; } = _ => Task.CompletedTask;

    public static async Task<GuardedBot> StartAsync(params IEnumerable<(string Name, string? Value)> settings)
    {
        var bot = new GuardedBot();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, s.Value))).Build();
        var adapter = new CloudAdapter(configuration);
        bot.app = await Loopback.StartAsync(app =>
            app.Map("/api/messages", (HttpContext http) => adapter.ProcessAsync(http.Request, http.Response, bot, http.RequestAborted)));
        return bot;
    }

    /// <summary>Behind the channel's authentication, with <paramref name="issuer"/> in its place.</summary>
    public static Task<GuardedBot> StartAsync(TokenIssuer issuer) => StartAsync(
        ("MicrosoftAppId", TokenIssuer.AppId),
        ("MicrosoftAppPassword", "not-a-secret"),
        ("MicrosoftAppType", "SingleTenant"),
        ("MicrosoftAppTenantId", TokenIssuer.Tenant),
        ("ToBotFromChannelOpenIdMetadataUrl", issuer.MetadataUrl),
        ("ToBotFromEmulatorOpenIdMetadataUrl", issuer.MetadataUrl));

    public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        Reached.Enqueue(turnContext.Activity);
        return Answer(turnContext);
    }

    public async Task<(HttpStatusCode Status, string Body)> PostAsync(string body, string? authorization = null, string method = "POST")
    {
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), app!.Urls.Single() + "/api/messages");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app!.DisposeAsync();
    }
}
