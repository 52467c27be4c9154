using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadBot.Scenarios;

/// <summary>
/// The channel's side of the Bot Framework on a real port: what the bot sends can be awaited, in order. It makes the
/// conversation <c>a:MEMBER</c> with whom the bot wants to begin one.
/// </summary>
internal sealed class Connector : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly Channel<JsonElement> _received = Channel.CreateUnbounded<JsonElement>();
    private readonly ConcurrentDictionary<string, (int Status, string Code)> _refused = new();
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
            // What it is answered is settled before anybody hears of it, and may refuse the next.
            var (status, answer) = connector.AnswerTo(body.RootElement);
            connector._received.Writer.TryWrite(body.RootElement.Clone());
            http.Response.StatusCode = status;
            await http.Response.WriteAsJsonAsync(answer);
        });
        await connector._app.StartAsync();
        return connector;
    }

    /// <summary>The next activity the bot sent.</summary>
    public Task<JsonElement> NextAsync() => _received.Reader.ReadAsync().AsTask().WaitAsync(s_patience);

    /// <summary>Whether anything was sent that nobody awaited.</summary>
    public bool HasMore => _received.Reader.Count > 0;

    /// <summary>From now on nothing is taken for that conversation.</summary>
    public void Refuse(string conversation, int status, string code) => _refused[conversation] = (status, code);

    /// <summary>From now on it is again.</summary>
    public void Accept(string conversation) => _refused.Remove(conversation, out _);

    private (int Status, object Answer) AnswerTo(JsonElement body)
    {
        var member = body.TryGetProperty("members", out var members) ? members[0].GetProperty("id").GetString() : null;
        var conversation = member is not null ? $"a:{member}" : body.GetProperty("conversation").GetProperty("id").GetString()!;
        return _refused.TryGetValue(conversation, out var refused)
            ? (refused.Status, new { error = new { code = refused.Code } })
            : (StatusCodes.Status201Created, new { id = member is null ? "1" : conversation });
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
