using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace LeadBot.Benchmarks.Slack;

/// <summary>Writes and signs requests as Slack sends them, over connections that stay open.</summary>
/// <param name="responseUrl">Where a pressed message is redrawn.</param>
/// <param name="teamOf">The workspace of the person with that number; null: there is one.</param>
internal sealed class SlackRequests(Uri bot, string responseUrl, Func<int, string>? teamOf = null) : IDisposable
{
    public const string Secret = "placeholder";

    private static readonly MediaTypeHeaderValue s_json = new("application/json");
    private static readonly MediaTypeHeaderValue s_form = new("application/x-www-form-urlencoded");
    private static readonly byte[] s_secret = Encoding.UTF8.GetBytes(Secret);

    private readonly Uri _events = new(bot, "/slack/events");
    private readonly Uri _interactions = new(bot, "/slack/interactions");
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, ActivityHeadersPropagator = null });

    /// <summary>A message typed in a direct conversation.</summary>
    public Task TypeAsync(int person, int said, string text) => PostAsync(
        _events,
        s_json,
        $$$"""
        {"token":"t","team_id":"{{{Team(person)}}}","api_app_id":"A0","event":{"type":"message","user":"U{{{person}}}","ts":"1795408023.{{{said:000000}}}","client_msg_id":"00000000-0000-0000-0000-0000000000c1",
        "text":"{{{text}}}","team":"{{{Team(person)}}}","channel":"D{{{person}}}","event_ts":"1795408023.{{{said:000000}}}","channel_type":"im"},
        "type":"event_callback","event_id":"Ev{{{person}}}A{{{said}}}","event_time":1795408023,
        "authorizations":[{"enterprise_id":null,"team_id":"{{{Team(person)}}}","user_id":"UBOT","is_bot":true,"is_enterprise_install":false}],"is_ext_shared_channel":false}
        """);

    /// <summary>A pressed button.</summary>
    /// <param name="button">As it stands in the message.</param>
    public Task PressAsync(int person, int said, (string Id, string Value) button) => PostAsync(
        _interactions,
        s_form,
        "payload=" + WebUtility.UrlEncode(
            $$$"""
            {"type":"block_actions","user":{"id":"U{{{person}}}","username":"sam","name":"sam","team_id":"{{{Team(person)}}}"},"api_app_id":"A0","token":"t",
            "container":{"type":"message","message_ts":"1795408023.000100","channel_id":"D{{{person}}}","is_ephemeral":false},"trigger_id":"{{{person}}}.{{{said}}}.t",
            "team":{"id":"{{{Team(person)}}}","domain":"northwind"},"enterprise":null,"is_enterprise_install":false,"channel":{"id":"D{{{person}}}","name":"directmessage"},
            "message":{"type":"message","user":"UBOT","ts":"1795408023.000100","bot_id":"BBOT","text":"A question","team":"{{{Team(person)}}}"},"state":{"values":{}},"response_url":"{{{responseUrl}}}",
            "actions":[{"action_id":"{{{button.Id}}}","block_id":"b","type":"button","value":"{{{button.Value}}}","action_ts":"1795408023.{{{said:000000}}}"}]}
            """));

    private string Team(int person) => teamOf is null ? "T0" : teamOf(person);

    public void Dispose() => _http.Dispose();

    /// <exception cref="InvalidOperationException">The answer was not 200.</exception>
    private async Task PostAsync(Uri to, MediaTypeHeaderValue type, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var time = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = type;
        using var request = new HttpRequestMessage(HttpMethod.Post, to) { Content = content };
        request.Headers.Add("X-Slack-Request-Timestamp", time);
        request.Headers.Add("X-Slack-Signature", "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(s_secret, (byte[])[.. Encoding.UTF8.GetBytes($"v0:{time}:"), .. bytes])));
        using var response = await _http.SendAsync(request, CancellationToken.None);
        await response.Content.CopyToAsync(Stream.Null);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"A request to {to.AbsolutePath} was answered with {(int)response.StatusCode}.");
        }
    }
}
