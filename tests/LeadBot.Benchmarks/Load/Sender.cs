using System.Net;
using System.Net.Http.Headers;

namespace LeadBot.Benchmarks.Load;

/// <summary>Posts activities to <c>/api/messages</c> over connections that stay open.</summary>
/// <param name="bots">Each activity goes to the next of them, as by a load balancer.</param>
internal sealed class Sender(params IReadOnlyList<Uri> bots) : IDisposable
{
    private static readonly MediaTypeHeaderValue s_json = new("application/json");

    private readonly Uri[] _messages = [.. bots.Select(bot => new Uri(bot, "/api/messages"))];
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, ActivityHeadersPropagator = null });
    private uint _sent;

    /// <summary>Completes when the whole response was read.</summary>
    /// <exception cref="InvalidOperationException">The answer was not 200.</exception>
    public async Task PostAsync(ReadOnlyMemory<byte> activity)
    {
        using var content = new ReadOnlyMemoryContent(activity);
        content.Headers.ContentType = s_json;
        using var request = new HttpRequestMessage(HttpMethod.Post, _messages[Interlocked.Increment(ref _sent) % _messages.Length]) { Content = content };
        using var response = await _http.SendAsync(request, CancellationToken.None);
        await response.Content.CopyToAsync(Stream.Null);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"An activity was answered with {(int)response.StatusCode}.");
        }
    }

    public void Dispose() => _http.Dispose();
}
