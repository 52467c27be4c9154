using System.Text.Json;
using System.Text.Json.Nodes;
using LeadBot.Channels.BotFramework.Cards;
using LeadBot.Dialog.Cards;

namespace LeadBot.Host.LocalChat;

/// <summary>What the bot says, as an activity for Web Chat.</summary>
public static class BotActivity
{
    /// <summary>A card, a sentence too, so that all it says looks alike; its buttons know the activity they are on, so that it can be redrawn.</summary>
    public static JsonObject Of(Card card, string activityId)
    {
        var content = JsonSerializer.SerializeToNode(AdaptiveCards.Render(card, execute: false, wraps: true))!;
        PressMark.Put(content, activityId);
        return new JsonObject
        {
            ["type"] = "message",
            ["from"] = new JsonObject { ["id"] = "leadbot", ["name"] = "LeadBot", ["role"] = "bot" },
            ["summary"] = card.Summary,
            ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = AdaptiveCards.ContentType, ["content"] = content }),
        };
    }
}
