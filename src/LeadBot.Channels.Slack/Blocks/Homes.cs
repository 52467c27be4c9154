using System.Text.Json.Nodes;
using LeadBot.Dialog.Cards;

namespace LeadBot.Channels.Slack.Blocks;

/// <summary>A card as a person's App Home.</summary>
internal static class Homes
{
    /// <summary>The <c>view</c> of <c>views.publish</c>.</summary>
    public static JsonObject Of(Card card) => new() { ["type"] = "home", ["blocks"] = CardBlocks.Of(card, SlackLimits.BlocksInView) };
}
