using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace LeadBot.Host.Tests.LocalChat;

public sealed class DirectLineSocketTests
{
    private static readonly CancellationTokenSource s_patience = new(TimeSpan.FromMinutes(5));

    [Fact]
    public async Task A_socket_brings_what_was_said_before_and_while_it_is_open()
    {
        await using var host = await LocalChatHost.StartAsync();
        var opened = await host.OpenAsync();
        await host.SayAsync(opened, "before");
        using var socket = await ConnectAsync(opened.Stream);
        Assert.Equal("before", (string)(await ReceiveAsync(socket))!["activities"]![0]!["text"]!);

        // Web Chat's ping.
        await socket.SendAsync(Array.Empty<byte>(), WebSocketMessageType.Text, true, s_patience.Token);
        await host.SayAsync(opened, "while");
        Assert.Equal("while", (string)(await ReceiveAsync(socket))!["activities"]![0]!["text"]!);
    }

    [Fact]
    public async Task A_socket_opened_again_with_its_watermark_misses_nothing_and_repeats_nothing()
    {
        await using var host = await LocalChatHost.StartAsync();
        var opened = await host.OpenAsync();
        await host.SayAsync(opened, "seen");
        string watermark;
        using (var first = await ConnectAsync(opened.Stream))
        {
            watermark = (string)(await ReceiveAsync(first))!["watermark"]!;
        }

        await host.SayAsync(opened, "missed");
        var again = await host.JsonAsync(HttpMethod.Get, $"conversations/{opened.Conversation}?watermark={watermark}", opened.Token);
        using var second = await ConnectAsync(new Uri((string)again.Body!["streamUrl"]!));
        var activity = Assert.Single((await ReceiveAsync(second))!["activities"]!.AsArray());
        Assert.Equal("missed", (string)activity!["text"]!);
    }

    [Fact]
    public async Task A_socket_without_its_token_is_refused()
    {
        await using var host = await LocalChatHost.StartAsync();
        var opened = await host.OpenAsync();
        var refused = await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(new UriBuilder(opened.Stream) { Query = "watermark=0" }.Uri));
        Assert.Contains("403", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_stops_lets_its_sockets_go()
    {
        // Nobody waits for it to give up on them.
        var host = await LocalChatHost.StartAsync(settings: ["--shutdownTimeoutSeconds", "3600"]);
        using var socket = await ConnectAsync((await host.OpenAsync()).Stream);
        await host.DisposeAsync().AsTask().WaitAsync(s_patience.Token);
        await Assert.ThrowsAnyAsync<Exception>(() => ReceiveAsync(socket));
    }

    private static async Task<ClientWebSocket> ConnectAsync(Uri uri)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(uri, s_patience.Token);
        return socket;
    }

    private static async Task<JsonNode?> ReceiveAsync(ClientWebSocket socket)
    {
        var buffer = new byte[64 * 1024];
        var received = await socket.ReceiveAsync(buffer, s_patience.Token);
        return JsonNode.Parse(Encoding.UTF8.GetString(buffer, 0, received.Count));
    }
}
