namespace LeadBot.Channels.BotFramework.Tests;

/// <summary>Activities as a channel posts them.</summary>
internal static class Activities
{
    /// <param name="more">More members, without braces.</param>
    public static string Of(string type, string more, string serviceUrl = "http://127.0.0.1:1", string channel = "msteams") => $$"""
        {"type":"{{type}}","id":"1","channelId":"{{channel}}","serviceUrl":"{{serviceUrl}}","from":{"id":"rep","name":"Sam Rep"},
         "recipient":{"id":"bot","name":"LeadBot"},"conversation":{"id":"c","conversationType":"personal","tenantId":"t"},{{more}} }
        """;
}
