using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadBot.Channels.Slack.Incoming;
using Microsoft.Extensions.Logging;

namespace LeadBot.Channels.Slack.Socket;

/// <summary>One socket: hears each envelope beside the others, and acknowledges what was taken. What is not acknowledged Slack sends again.</summary>
internal sealed class SocketConnection(SlackDesk desk, TimeProvider clock, ILogger log) : IAsyncDisposable
{
    /// <summary>How many envelopes are heard at a time; more wait in the socket.</summary>
    private const int MostHeld = 64;

    private const int MostBytes = 1024 * 1024;

    /// <summary>How long Slack may take to say goodbye.</summary>
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(2);

    private readonly ClientWebSocket socket = new();
    private readonly TaskCompletionSource greeted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<SocketEnd> ending = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<Task, bool> held = new();
    private readonly SemaphoreSlim places = new(MostHeld);
    private readonly SemaphoreSlim sending = new(1);
    private Task reading = Task.CompletedTask;
    private volatile bool closing;

    /// <summary>Completes when Slack says that the socket will end, or when it has ended.</summary>
    public Task<SocketEnd> Ending => ending.Task;

    /// <summary>When Slack said hello.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>Connects; completes when Slack has said hello.</summary>
    /// <exception cref="WebSocketException">It did not come to that.</exception>
    public async Task OpenAsync(Uri url, CancellationToken stop)
    {
        (socket.Options.KeepAliveInterval, socket.Options.KeepAliveTimeout) = (TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(20));
        await socket.ConnectAsync(url, stop);
        reading = ReadAsync();
        await greeted.Task.WaitAsync(stop);
        Since = clock.GetUtcNow();
    }

    /// <summary>Finishes what is held, acknowledges it, and says goodbye; what comes meanwhile Slack sends again, elsewhere.</summary>
    public async ValueTask DisposeAsync()
    {
        closing = true;
        while (!held.IsEmpty)
        {
            await Task.WhenAll(held.Keys);
        }

        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await SendAsync(() => socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None));
                await reading.WaitAsync(Goodbye, clock);
            }
        }
        catch (Exception failure) when (failure is WebSocketException or TimeoutException or ObjectDisposedException)
        {
            // It is gone anyway.
        }

        socket.Abort();
        await reading;
        socket.Dispose();
        sending.Dispose();
        places.Dispose();
    }

    private async Task ReadAsync()
    {
        var message = new ArrayBufferWriter<byte>(16 * 1024);
        try
        {
            while (await ReceiveAsync(message))
            {
                await TakeAsync(message.WrittenMemory);
            }
        }
        catch (Exception failure) when (failure is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            log.SocketFailed(failure.GetType().Name);
        }

        greeted.TrySetException(new WebSocketException(WebSocketError.ConnectionClosedPrematurely));
        ending.TrySetResult(SocketEnd.Dropped);
    }

    /// <summary>The next whole message; false: there is none any more.</summary>
    private async Task<bool> ReceiveAsync(ArrayBufferWriter<byte> message)
    {
        message.ResetWrittenCount();
        while (true)
        {
            var got = await socket.ReceiveAsync(message.GetMemory(4096), CancellationToken.None);
            if (got.MessageType == WebSocketMessageType.Close || message.WrittenCount + got.Count > MostBytes)
            {
                return false;
            }

            message.Advance(got.Count);
            if (got.EndOfMessage)
            {
                return true;
            }
        }
    }

    private async Task TakeAsync(ReadOnlyMemory<byte> message)
    {
        var received = clock.GetUtcNow();
        if (Parse(message) is not { } said)
        {
            log.SocketNonsense();
            return;
        }

        switch (said.Text("type"))
        {
            case "hello":
                greeted.TrySetResult();
                break;
            case "disconnect":
                var reason = said.Text("reason");
                log.SocketEnds(reason);
                ending.TrySetResult(reason is "warning" or "refresh_requested" ? SocketEnd.Announced : SocketEnd.Refused);
                break;
            case { } type when !closing && said.Text("envelope_id") is { } envelope:
                await places.WaitAsync();
                var hearing = HearAsync(type, envelope, said, received);
                held[hearing] = true;
                _ = hearing.ContinueWith(done => held.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
                break;
        }
    }

    private async Task HearAsync(string type, string envelope, JsonElement said, DateTimeOffset received)
    {
        // The next envelope need not wait for this one to be read.
        await Task.Yield();
        try
        {
            var payload = said.At("payload");
            var reply = type switch
            {
                "events_api" => await desk.HearEventAsync(payload, received),
                "interactive" => await desk.HearInteractionAsync(payload, received),
                "slash_commands" => await desk.HearCommandAsync(Fields(payload), received),
                _ => SlackReply.Heard,
            };
            if (reply.IsTaken)
            {
                await AcknowledgeAsync(envelope, said.Says("accepts_response_payload") ? reply.Body : null);
            }
        }
        catch (Exception failure)
        {
            // Not acknowledged: Slack sends it again.
            log.SocketFailed(failure.GetType().Name);
        }
        finally
        {
            places.Release();
        }
    }

    private async Task AcknowledgeAsync(string envelope, JsonObject? payload)
    {
        var answer = new JsonObject { ["envelope_id"] = envelope };
        if (payload is not null)
        {
            answer["payload"] = payload;
        }

        var text = JsonSerializer.SerializeToUtf8Bytes(answer);
        await SendAsync(() => socket.SendAsync(text, WebSocketMessageType.Text, true, CancellationToken.None));
    }

    /// <summary>One after the other, as the socket wants it.</summary>
    private async Task SendAsync(Func<Task> send)
    {
        await sending.WaitAsync();
        try
        {
            await send();
        }
        finally
        {
            sending.Release();
        }
    }

    /// <summary>A command's fields, which over HTTP are a form.</summary>
    private static Dictionary<string, string> Fields(JsonElement payload)
    {
        string[] names = ["team_id", "enterprise_id", "is_enterprise_install", "channel_id", "user_id", "text", "response_url", "trigger_id"];
        return names.Select(name => (name, Value: payload.Text(name))).Where(field => field.Value is not null).ToDictionary(field => field.name, field => field.Value!);
    }

    private static JsonElement? Parse(ReadOnlyMemory<byte> message)
    {
        try
        {
            using var json = JsonDocument.Parse(message);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Why a socket ends.</summary>
internal enum SocketEnd
{
    /// <summary>Unsaid.</summary>
    Dropped,

    /// <summary>Slack asks for a new one, and then closes this.</summary>
    Announced,

    /// <summary>Slack wants no other yet: Socket Mode was switched off, or there are too many.</summary>
    Refused,
}
