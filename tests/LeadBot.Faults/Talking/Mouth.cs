using System.Net;
using LeadBot.Faults.World;

namespace LeadBot.Faults.Talking;

/// <summary>Brings LeadBot what people type and press, as Slack and the connector do.</summary>
/// <param name="within">How long LeadBot has to answer.</param>
internal sealed class Mouth(FakeChannels channels, TimeSpan within) : IDisposable
{
    private readonly string _token = channels.Token();
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        UseProxy = false,
        ConnectTimeout = within / 3,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(2),
    });

    /// <summary>What makes it the same event when it comes again.</summary>
    /// <param name="said">Tells it from what else is said in the conversation.</param>
    public static string Key(int conversation, int said) => Names.IsInSlack(conversation) ? SlackWords.Key(conversation, said) : TeamsWords.Key(conversation, said);

    /// <summary>How it was answered; null: not at all. In Slack over one of the lines that instances hold, or over HTTP.</summary>
    /// <param name="to">Who hears it that comes over HTTP.</param>
    public Task<Answered?> SayAsync(Uri to, int conversation, int said, string text, DateTimeOffset? now = null) => Names.IsInSlack(conversation)
        ? InSlackAsync(to, "events_api", SlackWords.Event(conversation, said, text), now ?? DateTimeOffset.UtcNow)
        : SendAsync(TeamsWords.OverHttp(to, TeamsWords.Message(conversation, said, text, channels.ServiceUrl), _token));

    /// <summary>The same of a button of a card.</summary>
    public Task<Answered?> PressAsync(Uri to, ArrivedCard card, int said, string action) => Names.IsInSlack(card.Conversation)
        ? InSlackAsync(to, "interactive", SlackWords.Press(card, said, card.Button(action)), DateTimeOffset.UtcNow)
        : SendAsync(TeamsWords.OverHttp(to, TeamsWords.Press(card, said, card.Button(action), channels.ServiceUrl), _token));

    public void Dispose() => _http.Dispose();

    private async Task<Answered?> InSlackAsync(Uri to, string type, string payload, DateTimeOffset now) =>
        !channels.Lines.AreOpen || Random.Shared.Next(2) == 0 ? await SendAsync(SlackWords.OverHttp(to, type, payload, now))
        : await channels.Lines.BringAsync(type, payload.ReplaceLineEndings(""), within) ? new Answered(HttpStatusCode.OK, null)
        : null;

    private async Task<Answered?> SendAsync(HttpRequestMessage request)
    {
        using var patience = new CancellationTokenSource(within);
        try
        {
            using var response = await _http.SendAsync(request, patience.Token);
            return new Answered(response.StatusCode, response.Headers.RetryAfter?.Delta);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
        finally
        {
            request.Dispose();
        }
    }
}

/// <param name="After">When to come again.</param>
internal sealed record Answered(HttpStatusCode Status, TimeSpan? After);
