using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadBot.Scenarios;

/// <summary>The channel's side of the Bot Framework on a real port: what the bot sends can be awaited, in order.</summary>
internal sealed class Connector : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly Channel<JsonElement> _received = Channel.CreateUnbounded<JsonElement>();
    private readonly WebApplication _app;

    private Connector(WebApplication app) => _app = app;

    public string ServiceUrl => _app.Urls.Single();

    public static async Task<Connector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var connector = new Connector(builder.Build());
        connector._app.Run(async http =>
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
            connector._received.Writer.TryWrite(body.RootElement.Clone());
            http.Response.StatusCode = StatusCodes.Status201Created;
            await http.Response.WriteAsync("""{"id":"1"}""");
        });
        await connector._app.StartAsync();
        return connector;
    }

    /// <summary>The next activity the bot sent.</summary>
    public Task<JsonElement> NextAsync() => _received.Reader.ReadAsync().AsTask().WaitAsync(s_patience);

    /// <summary>Whether anything was sent that nobody awaited.</summary>
    public bool HasMore => _received.Reader.Count > 0;

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
