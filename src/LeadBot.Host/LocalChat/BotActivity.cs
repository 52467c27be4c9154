using System.Text.Json.Nodes;
using LeadBot.Dialog.Cards;

namespace LeadBot.Host.LocalChat;

/// <summary>What the bot says, as an activity for Web Chat.</summary>
public static class BotActivity
{
    /// <summary>A sentence.</summary>
    public static JsonObject Of(string text) => new()
    {
        ["type"] = "message",
        ["from"] = new JsonObject { ["id"] = "leadbot", ["name"] = "LeadBot", ["role"] = "bot" },
        ["text"] = text,
        ["textFormat"] = "plain",
    };

    /// <summary>A card.</summary>
    public static JsonObject Of(Card card) => Of(card.Summary);
}
