using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using LeadBot.Faults.World;

namespace LeadBot.Faults.Talking;

/// <summary>Brings LeadBot what people type, as Slack and the connector do.</summary>
/// <param name="within">How long LeadBot has to answer.</param>
internal sealed class Mouth(FakeChannels channels, TimeSpan within) : IDisposable
{
    private static readonly byte[] s_secret = Encoding.UTF8.GetBytes(FakeChannels.Secret);

    private readonly string _token = channels.Token();
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        UseProxy = false,
        ConnectTimeout = within / 3,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(2),
    });

    /// <summary>What makes it the same event when it comes again.</summary>
    public static string Key(int conversation, int said) => Names.IsInSlack(conversation) ? $"T{Names.WorkspaceOf(conversation)}|D{conversation}|{Ts(said)}" : $"msteams|a:{conversation}|{said}";

    /// <summary>How it was answered; null: not at all.</summary>
    /// <param name="said">Tells it from what else is said in the conversation.</param>
    public async Task<Answered?> SayAsync(Uri to, int conversation, int said, string text, DateTimeOffset? now = null)
    {
        using var request = Names.IsInSlack(conversation) ? InSlack(to, conversation, said, text, now ?? DateTimeOffset.UtcNow) : InTeams(to, conversation, said, text);
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
    }

    public void Dispose() => _http.Dispose();

    private static string Ts(int said) => $"1795408023.{said:000000}";

    private static HttpRequestMessage InSlack(Uri to, int conversation, int said, string text, DateTimeOffset now)
    {
        var team = Names.WorkspaceOf(conversation);
        var body = Encoding.UTF8.GetBytes(
            $$$"""
            {"token":"t","team_id":"T{{{team}}}","api_app_id":"A0","event":{"type":"message","user":"U{{{conversation}}}","ts":"{{{Ts(said)}}}","text":"{{{text}}}","team":"T{{{team}}}",
            "channel":"D{{{conversation}}}","event_ts":"{{{Ts(said)}}}","channel_type":"im"},"type":"event_callback","event_id":"Ev{{{conversation}}}A{{{said}}}","event_time":1795408023,
            "authorizations":[{"enterprise_id":null,"team_id":"T{{{team}}}","user_id":"UBOT","is_bot":true,"is_enterprise_install":false}],"is_ext_shared_channel":false}
            """);
        var time = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(to, "/slack/events")) { Content = Json(body) };
        request.Headers.Add("X-Slack-Request-Timestamp", time);
        request.Headers.Add("X-Slack-Signature", "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(s_secret, (byte[])[.. Encoding.UTF8.GetBytes($"v0:{time}:"), .. body])));
        return request;
    }

    private HttpRequestMessage InTeams(Uri to, int conversation, int said, string text)
    {
        var tenant = Names.Tenant(Names.WorkspaceOf(conversation));
        var body = Encoding.UTF8.GetBytes(
            $$$"""
            {"type":"message","id":"{{{said}}}","from":{"id":"29:{{{conversation}}}","name":"Sam Rep","aadObjectId":"00000000-0000-4000-9000-{{{conversation:000000000000}}}"},
            "timestamp":"2026-11-23T04:27:02.136Z","localTimezone":"UTC","serviceUrl":"{{{channels.ServiceUrl}}}",
            "conversation":{"conversationType":"personal","tenantId":"{{{tenant}}}","id":"a:{{{conversation}}}"},"recipient":{"id":"28:{{{FakeChannels.AppId}}}","name":"LeadBot"},
            "locale":"en-US","channelData":{"tenant":{"id":"{{{tenant}}}"}},"channelId":"msteams","text":"{{{text}}}","textFormat":"plain"}
            """);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(to, "/api/messages")) { Content = Json(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        return request;
    }

    private static ByteArrayContent Json(byte[] body) => new(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
}

/// <param name="After">When to come again.</param>
internal sealed record Answered(HttpStatusCode Status, TimeSpan? After);
