namespace LeadBot.Channels.BotFramework;

/// <summary>The Bot Framework's names for the channels that are treated apart.</summary>
internal static class ChannelIds
{
    public const string Teams = "msteams";

    /// <summary>These show no Adaptive Cards, or only as a picture whose buttons cannot be pressed.</summary>
    public static readonly IReadOnlySet<string> TextOnly = new HashSet<string>
    {
        "alexa", "email", "facebook", "groupme", "kik", "line", "slack", "sms", "telegram", "telephony", "twilio-sms",
    };
}
