using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace LeadBot.Channels.BotFramework.Tests;

/// <summary>The channel's side on a real port: keeps what is sent, answers as the test says.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    private readonly WebApplication app;

    private FakeConnector(WebApplication app) => this.app = app;

    public ConcurrentQueue<Request> Received { get; } = new();

    public Func<HttpContext, Task> Answer { get; set; } = http =>
    {
        http.Response.StatusCode = 201;
        return http.Response.WriteAsync("""{"id":"1795408023794"}""");
    };

    public string ServiceUrl => app.Urls.Single() + "/_connector";

    public static async Task<FakeConnector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var connector = new FakeConnector(app);
        app.Run(async http =>
        {
            using var body = HttpMethods.IsGet(http.Request.Method) ? JsonDocument.Parse("null") : await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
            var path = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
            connector.Received.Enqueue(new Request(http.Request.Method, path, http.Request.Headers.Authorization, body.RootElement.Clone()));
            await connector.Answer(http);
        });
        await app.StartAsync();
        return connector;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    public sealed record Request(string Method, string Path, string? Authorization, JsonElement Body);
}
