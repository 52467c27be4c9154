using LeadBot.Channels.Slack;

namespace LeadBot.Host.LocalChat;

/// <summary>
/// Whether LeadBot serves only the person at this machine: so it is as long as no channel is configured. Then the chat
/// page, its Direct Line and an unauthenticated <c>/api/messages</c> exist, on loopback only; otherwise none of them does.
/// </summary>
public sealed record LocalMode(bool IsOn)
{
    /// <summary>What the settings say.</summary>
    public static LocalMode Of(IConfiguration settings) => new(
        string.IsNullOrWhiteSpace(settings["MicrosoftAppId"]) && settings.GetSection(SlackOptions.Section).Get<SlackOptions>() is not { IsOn: true });
}
