using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using LeadBot.Faults.World;

namespace LeadBot.Faults.Talking;

/// <summary>What is said in Slack, and pressed there, as Slack brings it.</summary>
internal static class SlackWords
{
    private static readonly byte[] s_secret = Encoding.UTF8.GetBytes(FakeChannels.Secret);

    public static string Key(int conversation, int said) => $"T{Names.WorkspaceOf(conversation)}|D{conversation}|{Ts(said)}";

    public static string Event(int conversation, int said, string text)
    {
        var team = Names.WorkspaceOf(conversation);
        return
            $$$"""
            {"token":"t","team_id":"T{{{team}}}","api_app_id":"A0","event":{"type":"message","user":"U{{{conversation}}}","ts":"{{{Ts(said)}}}","text":"{{{text}}}","team":"T{{{team}}}",
            "channel":"D{{{conversation}}}","event_ts":"{{{Ts(said)}}}","channel_type":"im"},"type":"event_callback","event_id":"Ev{{{conversation}}}A{{{said}}}","event_time":1795408023,
            "authorizations":[{"enterprise_id":null,"team_id":"T{{{team}}}","user_id":"UBOT","is_bot":true,"is_enterprise_install":false}],"is_ext_shared_channel":false}
            """;
    }

    /// <param name="button">The pressed element, as it came.</param>
    public static string Press(ArrivedCard card, int said, string button)
    {
        var team = Names.WorkspaceOf(card.Conversation);
        return
            $$$"""
            {"type":"block_actions","team":{"id":"T{{{team}}}","domain":"team"},"user":{"id":"U{{{card.Conversation}}}","team_id":"T{{{team}}}"},"api_app_id":"A0","token":"t","trigger_id":"{{{Key(card.Conversation, said)}}}",
            "container":{"type":"message","message_ts":"{{{card.Id}}}","channel_id":"D{{{card.Conversation}}}","is_ephemeral":false},"channel":{"id":"D{{{card.Conversation}}}","name":"directmessage"},
            "message":{"type":"message","ts":"{{{card.Id}}}","blocks":[]},"state":{"values":{}},"is_enterprise_install":false,"actions":[{{{button}}}]}
            """;
    }

    public static HttpRequestMessage OverHttp(Uri to, string type, string payload, DateTimeOffset now)
    {
        var body = Encoding.UTF8.GetBytes(type == "interactive" ? $"payload={Uri.EscapeDataString(payload)}" : payload);
        var time = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(type == "interactive" ? "application/x-www-form-urlencoded" : "application/json") } };
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(to, type == "interactive" ? "/slack/interactions" : "/slack/events")) { Content = content };
        request.Headers.Add("X-Slack-Request-Timestamp", time);
        request.Headers.Add("X-Slack-Signature", "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(s_secret, (byte[])[.. Encoding.UTF8.GetBytes($"v0:{time}:"), .. body])));
        return request;
    }

    private static string Ts(int said) => $"1795408023.{said:000000}";
}
