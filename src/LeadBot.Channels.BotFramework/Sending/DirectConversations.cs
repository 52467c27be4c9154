using Microsoft.Bot.Schema;

namespace LeadBot.Channels.BotFramework.Sending;

/// <summary>What a channel needs to know to make a direct conversation.</summary>
internal static class DirectConversations
{
    public static ConversationParameters With(Address from) => new()
    {
        IsGroup = false,
        Bot = from.Bot?.ToChannelAccount(),
        Members = from.User is { } user ? [user.ToChannelAccount()] : [],
        TenantId = from.Conversation.TenantId,
        ChannelData = from is { ChannelId: ChannelIds.Teams, Conversation.TenantId: { } tenant }
            ? new Dictionary<string, object?> { ["tenant"] = new Dictionary<string, object?> { ["id"] = tenant } }
            : null,
    };
}
