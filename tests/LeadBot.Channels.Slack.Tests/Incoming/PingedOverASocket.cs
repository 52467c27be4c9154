using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace LeadBot.Channels.Slack.Tests.Incoming;

public sealed class PingedOverASocket
{
    [Fact]
    public async Task A_ping_is_answered_with_what_it_carried()
    {
        using var slack = new TcpListener(IPAddress.Loopback, 0);
        slack.Start();
        var answers = new AnsweringSlack();
        answers.Says("apps.connections.open", $$"""{"ok":true,"url":"ws://{{slack.LocalEndpoint}}/link"}""");
        await using var host = await HearingHost.StartAsync(answers, ("Slack:AppToken", "xapp-1"), ("Slack:ApiBaseUrl", "http://127.0.0.1:9/api/"));
        using var line = await slack.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        var stream = line.GetStream();
        using var request = new StreamReader(stream, leaveOpen: true);
        var key = "";
        while (await request.ReadLineAsync(TestContext.Current.CancellationToken) is { Length: > 0 } header)
        {
            key = header.StartsWith("Sec-WebSocket-Key: ", StringComparison.OrdinalIgnoreCase) ? header["Sec-WebSocket-Key: ".Length..] : key;
        }

#pragma warning disable CA5350 // RFC 6455 has it so; it protects nothing.
        var accept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
#pragma warning restore CA5350
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n\r\n"), TestContext.Current.CancellationToken);
        await stream.WriteAsync(new byte[] { 0x81, 16 }, TestContext.Current.CancellationToken);
        await stream.WriteAsync("{\"type\":\"hello\"}"u8.ToArray(), TestContext.Current.CancellationToken);
        await stream.WriteAsync(new byte[] { 0x89, 4, (byte)'b', (byte)'e', (byte)'a', (byte)'t' }, TestContext.Current.CancellationToken);

        var pong = new byte[10];
        await stream.ReadExactlyAsync(pong, TestContext.Current.CancellationToken);
        Assert.Equal((0x8A, 0x84), (pong[0], pong[1]));
        Assert.Equal("beat", Encoding.ASCII.GetString([.. pong[6..].Select((letter, at) => (byte)(letter ^ pong[2 + at]))]));
        slack.Stop();
        line.Close();
    }
}
