using LeadBot.Dialog.Cards;
using Microsoft.Bot.Schema;

namespace LeadBot.Channels.BotFramework.Cards;

/// <summary>A card as the message a channel can show.</summary>
internal static class CardActivities
{
    /// <param name="isLocal">Nobody else is there, and the Agents Playground does not ask for anybody's own view.</param>
    public static Activity Of(Card card, Address to, bool isLocal)
    {
        if (ChannelIds.TextOnly.Contains(to.ChannelId) || card is { Parts: [], Buttons: [] })
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
                    Content = !isLocal && to is { ChannelId: ChannelIds.Teams, IsDirect: false, User.Id: { Length: > 0 } owner }
                        ? OwnersView.ForAll(card, owner)
                        : AdaptiveCards.Render(card, execute: to.ChannelId == ChannelIds.Teams),
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
