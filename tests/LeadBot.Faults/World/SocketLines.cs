using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using LeadBot.Faults.Checking;

namespace LeadBot.Faults.World;

/// <summary>
/// Slack's side of Socket Mode: lines that instances hold, over any of which an envelope may come, or over two of them. Lines are announced to end, and dropped.
/// </summary>
internal sealed class SocketLines
{
    private readonly ConcurrentDictionary<Line, bool> _open = new();
    private readonly ConcurrentDictionary<string, Envelope> _envelopes = new();
    private int _sent;

    /// <summary>Whether they misbehave.</summary>
    public bool AreMoody { get; set; }

    public bool AreOpen => !_open.IsEmpty;

    /// <summary>How many lines there were.</summary>
    public int Count { get; private set; }

    public IReadOnlyList<SentEnvelope> Envelopes => [.. _envelopes.Select(envelope => new SentEnvelope(envelope.Key, envelope.Value.Sent, envelope.Value.Acknowledged))];

    /// <summary>A line, until either side ends it.</summary>
    public async Task ServeAsync(WebSocket socket)
    {
        using var line = new Line(socket);
        try
        {
            await line.SayAsync("""{"type":"hello","num_connections":1,"connection_info":{"app_id":"A0"}}""");
            _open[line] = true;
            Count++;
            await foreach (var said in line.HearAsync())
            {
                using var acknowledgement = JsonDocument.Parse(said);
                _envelopes.GetOrAdd(acknowledgement.RootElement.GetProperty("envelope_id").GetString()!, _ => new Envelope()).Acknowledge();
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // As lines end.
        }
        finally
        {
            _open.TryRemove(line, out _);
        }
    }

    /// <summary>Brings an envelope; false: nobody acknowledged it in time.</summary>
    public async Task<bool> BringAsync(string type, string payload, TimeSpan within)
    {
        var lines = _open.Keys.ToArray();
        Random.Shared.Shuffle(lines);
        var (id, envelope) = ($"envelope-{Interlocked.Increment(ref _sent)}", new Envelope());
        _envelopes[id] = envelope;
        foreach (var line in lines.Take(AreMoody && Random.Shared.Next(10) == 0 ? 2 : 1))
        {
            envelope.Sent++;
            await line.TrySayAsync($$"""{"envelope_id":"{{id}}","type":"{{type}}","accepts_response_payload":false,"payload":{{payload}},"retry_attempt":0,"retry_reason":""}""");
            if (AreMoody && Random.Shared.Next(200) == 0 && _open.TryRemove(line, out _))
            {
                await line.TrySayAsync("""{"type":"disconnect","reason":"refresh_requested"}""");
            }
        }

        return await Task.WhenAny(envelope.Done, Task.Delay(within)) == envelope.Done;
    }

    /// <summary>All end unsaid.</summary>
    public void Drop()
    {
        foreach (var line in _open.Keys)
        {
            line.Drop();
        }
    }

    private sealed class Envelope
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _acknowledged;

        public Task Done => _done.Task;

        public int Sent { get; set; }

        public int Acknowledged => _acknowledged;

        public void Acknowledge()
        {
            Interlocked.Increment(ref _acknowledged);
            _done.TrySetResult();
        }
    }

    private sealed class Line(WebSocket socket) : IDisposable
    {
        private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

        private readonly SemaphoreSlim _saying = new(1);

        public void Drop() => socket.Abort();

        public void Dispose() => _saying.Dispose();

        /// <summary>Onto a line that may be gone meanwhile.</summary>
        public async Task TrySayAsync(string text)
        {
            try
            {
                await SayAsync(text).WaitAsync(s_patience);
            }
            catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException or TimeoutException)
            {
                // Then nobody acknowledges it; where the network is cut it is not even sent.
            }
        }

        public async Task SayAsync(string text)
        {
            await _saying.WaitAsync();
            try
            {
                await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);
            }
            finally
            {
                _saying.Release();
            }
        }

        public async IAsyncEnumerable<string> HearAsync()
        {
            var buffer = new byte[64 * 1024];
            while (await socket.ReceiveAsync(buffer, CancellationToken.None) is { MessageType: WebSocketMessageType.Text } got)
            {
                yield return Encoding.UTF8.GetString(buffer, 0, got.Count);
            }

            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
    }
}
