using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadBot.Channels.Slack.Tests.Incoming;

/// <summary>Slack's side of Socket Mode, in a real Kestrel.</summary>
internal sealed class SlackLines : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<Line> _lines = Channel.CreateUnbounded<Line>();
    private readonly ConcurrentBag<Line> _all = [];

    private SlackLines(WebApplication app) => _app = app;

    /// <summary>What <c>apps.connections.open</c> says.</summary>
    public string Address => new JsonObject { ["ok"] = true, ["url"] = _app.Urls.Single().Replace("http:", "ws:", StringComparison.Ordinal) + "/link?ticket=1" }.ToJsonString();

    public static async Task<SlackLines> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var lines = new SlackLines(app);
        app.UseWebSockets();
        app.Map("/link", branch => branch.Run(lines.MeetAsync));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return lines;
    }

    /// <summary>The next socket that is opened.</summary>
    public async Task<Line> NextAsync() => await _lines.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        foreach (var line in _all)
        {
            line.Drop();
            line.Release();
        }

        await _app.DisposeAsync();
    }

    private async Task MeetAsync(HttpContext http)
    {
        var line = new Line(await http.WebSockets.AcceptWebSocketAsync());
        _all.Add(line);
        _lines.Writer.TryWrite(line);
        await line.ListenAsync();
        // A request that has ended cannot be dropped.
        await line.Released;
    }

    /// <summary>One socket.</summary>
    internal sealed class Line(WebSocket socket)
    {
        private readonly Channel<string> _heard = Channel.CreateUnbounded<string>();
        private readonly TaskCompletionSource _released = new();

        public Task Released => _released.Task;

        /// <summary>Completes once the other side has said goodbye or is gone.</summary>
        public Task Ended => _heard.Reader.Completion;

        public Task HelloAsync() => SayAsync("""{"type":"hello","num_connections":1,"debug_info":{"host":"applink-1","approximate_connection_time":18060},"connection_info":{"app_id":"A0LEADBOT"}}""");

        public Task EnvelopeAsync(string type, string payload, string id, bool answers = false) =>
            SayAsync($$"""{"envelope_id":"{{id}}","type":"{{type}}","accepts_response_payload":{{(answers ? "true" : "false")}},"payload":{{payload}},"retry_attempt":0,"retry_reason":""}""");

        public Task DisconnectAsync(string reason) => SayAsync($$$"""{"type":"disconnect","reason":"{{{reason}}}","debug_info":{"host":"applink-1"}}""");

        public Task SayAsync(string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);

        public async Task<string> HearAsync() => await _heard.Reader.ReadAsync(TestContext.Current.CancellationToken);

        public void Drop() => socket.Abort();

        public void Release() => _released.TrySetResult();

        public async Task ListenAsync()
        {
            var buffer = new byte[64 * 1024];
            try
            {
                while (await socket.ReceiveAsync(buffer, CancellationToken.None) is { MessageType: WebSocketMessageType.Text } got)
                {
                    _heard.Writer.TryWrite(Encoding.UTF8.GetString(buffer, 0, got.Count));
                }

                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
            }
            catch (WebSocketException)
            {
                // Gone without a word.
            }
            finally
            {
                _heard.Writer.TryComplete();
            }
        }
    }
}
