using System.Net.Http.Headers;
using System.Text;
using LeadBot.Faults.World;

namespace LeadBot.Faults.Talking;

/// <summary>What is said in Teams, and pressed there, as the connector brings it.</summary>
internal static class TeamsWords
{
    public static string Key(int conversation, int said) => $"msteams|a:{conversation}|{said}";

    public static string Message(int conversation, int said, string text, string serviceUrl) =>
        Activity("message", conversation, said, $$"""
            "text":"{{text}}","textFormat":"plain"
            """, serviceUrl);

    /// <param name="button">The pressed <c>Action.Execute</c>, as it came.</param>
    public static string Press(ArrivedCard card, int said, string button, string serviceUrl) =>
        Activity("invoke", card.Conversation, said, $$"""
            "name":"adaptiveCard/action","replyToId":"{{card.Id}}","value":{"action":{{button}},"trigger":"manual"}
            """, serviceUrl);

    public static HttpRequestMessage OverHttp(Uri to, string activity, string token)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(activity)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return new HttpRequestMessage(HttpMethod.Post, new Uri(to, "/api/messages")) { Content = content, Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
    }

    private static string Activity(string type, int conversation, int said, string more, string serviceUrl)
    {
        var tenant = Names.Tenant(Names.WorkspaceOf(conversation));
        return
            $$$"""
            {"type":"{{{type}}}","id":"{{{said}}}","from":{"id":"29:{{{conversation}}}","name":"Sam Rep","aadObjectId":"00000000-0000-4000-9000-{{{conversation:000000000000}}}"},
            "timestamp":"2026-11-23T04:27:02.136Z","localTimezone":"UTC","serviceUrl":"{{{serviceUrl}}}",
            "conversation":{"conversationType":"personal","tenantId":"{{{tenant}}}","id":"a:{{{conversation}}}"},"recipient":{"id":"28:{{{FakeChannels.AppId}}}","name":"LeadBot"},
            "locale":"en-US","channelData":{"tenant":{"id":"{{{tenant}}}"}},"channelId":"msteams",{{{more}}}}
            """;
    }
}
