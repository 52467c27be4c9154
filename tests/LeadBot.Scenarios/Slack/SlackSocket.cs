using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using LeadBot.TestKit;

namespace LeadBot.Scenarios.Slack;

/// <summary>Slack's side of Socket Mode: the newest connection gets the envelopes, and answers are told apart by their ids.</summary>
internal sealed class SlackSocket
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonObject?>> _unanswered = new();
    private TaskCompletionSource<WebSocket> _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _envelopes;

    /// <summary>How many connections the bot has made.</summary>
    public int Connections { get; private set; }

    /// <summary>A connection, until either side ends it.</summary>
    public async Task ServeAsync(WebSocket socket, CancellationToken stop)
    {
        await SendAsync(socket, new JsonObject { ["type"] = "hello", ["num_connections"] = 1 }, stop);
        lock (_unanswered)
        {
            Connections++;
            if (!_connected.TrySetResult(socket))
            {
                _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
                _connected.SetResult(socket);
            }
        }

        var buffer = new byte[64 * 1024];
        try
        {
            while (socket.State == WebSocketState.Open)
            {
                var received = await socket.ReceiveAsync(buffer, stop);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, stop);
                    return;
                }

                var answer = JsonNode.Parse(buffer.AsSpan(0, received.Count))!.AsObject();
                if (_unanswered.TryRemove((string)answer["envelope_id"]!, out var asked))
                {
                    asked.SetResult(answer["payload"]?.DeepClone() as JsonObject);
                }
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // As lines drop.
        }
    }

    /// <summary>Sends an envelope and waits until it is acknowledged.</summary>
    /// <returns>What the acknowledgement carried.</returns>
    public async Task<JsonObject?> DeliverAsync(string type, JsonObject payload)
    {
        var id = $"envelope-{Interlocked.Increment(ref _envelopes)}";
        var answered = _unanswered[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var socket = await Current().WaitAsync(s_patience);
        await SendAsync(socket, Envelope(type, id, payload), default);
        return await answered.Task.WaitAsync(s_patience);
    }

    /// <summary>Sends an envelope and drops the line without waiting; sends it again on the next, and waits until that is acknowledged.</summary>
    /// <param name="goOn">Time goes by, while the bot waits before it tries again.</param>
    public async Task<JsonObject?> DeliverShakilyAsync(string type, JsonObject payload, Action goOn)
    {
        var line = await ConnectedAsync(goOn);
        try
        {
            await SendAsync(line, Envelope(type, $"envelope-{Interlocked.Increment(ref _envelopes)}", payload), default);
        }
        catch (WebSocketException)
        {
            // It had dropped before.
        }

        lock (_unanswered)
        {
            _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        line.Abort();
        await ConnectedAsync(goOn);
        return await DeliverAsync(type, payload);
    }

    /// <summary>The line there is, once there is one.</summary>
    public async Task<WebSocket> ConnectedAsync(Action goOn)
    {
        var connected = Current();
        for (var patience = new Patience("a line is there"); await Task.WhenAny(connected, Task.Delay(TimeSpan.FromMilliseconds(100))) != connected; patience.Check())
        {
            goOn();
        }

        return await connected;
    }

    /// <summary>Asks the bot to connect anew, and waits until it has.</summary>
    public async Task RefreshAsync()
    {
        var before = await Current().WaitAsync(s_patience);
        lock (_unanswered)
        {
            _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        await SendAsync(before, new JsonObject { ["type"] = "disconnect", ["reason"] = "refresh_requested" }, default);
        await Current().WaitAsync(s_patience);
    }

    /// <summary>The line drops without a word; waits until the bot has connected again.</summary>
    public async Task DropAsync()
    {
        var before = await Current().WaitAsync(s_patience);
        lock (_unanswered)
        {
            _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        before.Abort();
        await Current().WaitAsync(s_patience);
    }

    private static JsonObject Envelope(string type, string id, JsonObject payload) =>
        new() { ["type"] = type, ["envelope_id"] = id, ["accepts_response_payload"] = type != "events_api", ["payload"] = payload.DeepClone() };

    private Task<WebSocket> Current()
    {
        lock (_unanswered)
        {
            return _connected.Task;
        }
    }

    private static Task SendAsync(WebSocket socket, JsonObject said, CancellationToken stop) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(said.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, stop);
}
