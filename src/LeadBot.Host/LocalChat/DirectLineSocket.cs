using System.Net.WebSockets;
using System.Text;

namespace LeadBot.Host.LocalChat;

/// <summary>Sends a transcript down a socket as it grows.</summary>
public static class DirectLineSocket
{
    /// <summary>Returns when the page has gone, the conversation has ended, or the host stops.</summary>
    public static async Task PumpAsync(WebSocket socket, ChatTranscript transcript, long watermark, CancellationToken stopping)
    {
        using var closing = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var gone = ReadUntilGoneAsync(socket, closing);
        try
        {
            while (!transcript.Ended)
            {
                await transcript.Changed(watermark).WaitAsync(closing.Token);
                (var json, watermark) = transcript.After(watermark);
                await socket.SendAsync(Encoding.UTF8.GetBytes(json), WebSocketMessageType.Text, true, closing.Token);
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or WebSocketException)
        {
            // The page reconnects by itself, with its watermark.
        }

        await closing.CancelAsync();
        await gone;
    }

    /// <summary>The page sends only empty pings; what matters is that it stops.</summary>
    private static async Task ReadUntilGoneAsync(WebSocket socket, CancellationTokenSource closing)
    {
        var buffer = new byte[256];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), closing.Token)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
        }

        await closing.CancelAsync();
    }
}
