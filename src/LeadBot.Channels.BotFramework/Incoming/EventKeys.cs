using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Bot.Schema;

namespace LeadBot.Channels.BotFramework.Incoming;

/// <summary>What makes an event the same event when the channel sends it again.</summary>
internal static class EventKeys
{
    private const int Longest = 400;

    public static string Of(Activity activity)
    {
        var key = $"{activity.ChannelId}|{activity.Conversation?.Id}|{activity.Id ?? Derived(activity)}";
        return key.Length <= Longest ? key : $"{activity.ChannelId}|{Hash(key)}";
    }

    // Without an id the time it was sent tells it from the next one; without that too, nothing does.
    private static string Derived(Activity activity) => activity.Timestamp is { } sent
        ? Hash($"{activity.Type}|{activity.Name}|{activity.From?.Id}|{sent.UtcTicks.ToString(CultureInfo.InvariantCulture)}|{activity.ReplyToId}|{activity.Text}|{activity.Value}")
        : Guid.NewGuid().ToString("N");

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
