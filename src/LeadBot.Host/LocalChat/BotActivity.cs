using System.Text.Json;
using System.Text.Json.Nodes;
using LeadBot.Channels.BotFramework.Cards;
using LeadBot.Dialog.Cards;

namespace LeadBot.Host.LocalChat;

/// <summary>What the bot says, as an activity for Web Chat.</summary>
public static class BotActivity
{
    /// <summary>A sentence.</summary>
    public static JsonObject Of(string text)
    {
        var activity = Empty();
        activity["text"] = text;
        activity["textFormat"] = "plain";
        return activity;
    }

    /// <summary>A card; its buttons know the activity they are on, so that it can be redrawn.</summary>
    public static JsonObject Of(Card card, string activityId)
    {
        if (card is { Parts: [], Buttons: [] })
        {
            return Of(card.Summary);
        }

        var content = JsonSerializer.SerializeToNode(AdaptiveCards.Render(card, execute: false, wraps: true))!;
        PressMark.Put(content, activityId);
        var activity = Empty();
        activity["summary"] = card.Summary;
        activity["attachments"] = new JsonArray(new JsonObject { ["contentType"] = AdaptiveCards.ContentType, ["content"] = content });
        return activity;
    }

    private static JsonObject Empty() => new()
    {
        ["type"] = "message",
        ["from"] = new JsonObject { ["id"] = "leadbot", ["name"] = "LeadBot", ["role"] = "bot" },
    };
}
