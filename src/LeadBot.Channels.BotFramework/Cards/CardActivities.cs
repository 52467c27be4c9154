using LeadBot.Dialog.Cards;
using Microsoft.Bot.Schema;

namespace LeadBot.Channels.BotFramework.Cards;

/// <summary>A card as the message a channel can show.</summary>
internal static class CardActivities
{
    public static Activity Of(Card card, string channelId)
    {
        if (ChannelIds.TextOnly.Contains(channelId) || card is { Parts: [], Buttons: [] })
        {
            return Text(card);
        }

        return new Activity
        {
            Type = ActivityTypes.Message,
            Summary = CardLength.Summary(card),
            Attachments =
            [
                new Attachment
                {
                    ContentType = AdaptiveCards.ContentType,
                    Content = AdaptiveCards.Render(card, execute: channelId == ChannelIds.Teams),
                },
            ],
        };
    }

    private static Activity Text(Card card)
    {
        var activity = new Activity { Type = ActivityTypes.Message, Text = PlainCards.Render(card), TextFormat = "plain" };
        if (card.Buttons.Count > 0)
        {
            activity.SuggestedActions = new SuggestedActions
            {
                Actions = [.. card.Buttons.Select(b => new CardAction { Type = ActionTypes.ImBack, Title = b.Label, Value = b.Label })],
            };
        }

        return activity;
    }
}
