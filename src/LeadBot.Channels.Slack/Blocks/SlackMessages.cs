using System.Text.Json.Nodes;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Wording;

namespace LeadBot.Channels.Slack.Blocks;

/// <summary>A card as a message.</summary>
internal static class SlackMessages
{
    /// <summary>
    /// What <c>chat.postMessage</c>, <c>chat.update</c>, <c>chat.postEphemeral</c> and a <c>response_url</c> take of it; who
    /// sends it adds where to. Nothing in it is read as markup or unfolded, and nobody is pinged by it.
    /// </summary>
    public static JsonObject Of(Card card) => new()
    {
        ["text"] = SlackText.Escaped(SlackText.Cut(SlackText.Tidy(card.Summary) is { Length: > 0 } summary ? summary : FormWords.Title, SlackLimits.Summary)),
        ["blocks"] = CardBlocks.Of(card, SlackLimits.BlocksInMessage),
        ["mrkdwn"] = false,
        ["parse"] = "none",
        ["unfurl_links"] = false,
        ["unfurl_media"] = false,
    };
}
