using Microsoft.Bot.Schema;

namespace LeadBot.Channels.BotFramework.Incoming;

/// <summary>What the sender's client says of itself.</summary>
internal sealed class ClientInfo
{
    public string? Timezone { get; set; }

    public string? Locale { get; set; }

    /// <summary>Null when the client says nothing, or nothing the activity does not say itself.</summary>
    public static ClientInfo? Of(Activity activity) =>
        activity is { LocalTimezone: not null, Locale: not null }
            ? null
            : activity.Entities?.FirstOrDefault(e => e.Type == "clientInfo")?.GetAs<ClientInfo>();
}
