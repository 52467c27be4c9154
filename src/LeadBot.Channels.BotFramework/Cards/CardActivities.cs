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
        if (Suggested(card) is { Count: > 0 } suggested)
        {
            activity.SuggestedActions = new SuggestedActions
            {
                Actions = [.. suggested.Select(label => new CardAction { Type = ActionTypes.ImBack, Title = label, Value = label })],
            };
        }

        return activity;
    }

    // A suggestion is said in the person's name: "Drop it" below each of several deals would not say which.
    private static List<string> Suggested(Card card) =>
        [.. card.AllButtons.GroupBy(button => button.Label).Where(alike => alike.Count() == 1).Select(alike => alike.Key)];
}
