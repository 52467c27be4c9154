using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Channels;
using Microsoft.Bot.Schema;

namespace LeadBot.Channels.BotFramework.Cards;

/// <summary>The answer to a pressed <c>Action.Execute</c>: the card as it stands now, or a line for who pressed it.</summary>
internal static class PressAnswers
{
    private const string Message = "application/vnd.microsoft.activity.message";

    public static AdaptiveCardInvokeResponse Of(TurnResponse response)
    {
        if (response.Redrawn is not { } card)
        {
            return new AdaptiveCardInvokeResponse { StatusCode = 200, Type = Message, Value = response.OnlyForYou ?? "" };
        }

        // The channel takes one answer; the line goes on top of the card.
        var shown = response.OnlyForYou is { } line ? card with { Parts = [new CardPart.Paragraph(line), .. Parts(card)] } : card;
        return new AdaptiveCardInvokeResponse
        {
            StatusCode = 200,
            Type = AdaptiveCards.ContentType,
            Value = AdaptiveCards.Render(shown, execute: true),
        };
    }

    /// <summary>A card as its own view.</summary>
    public static AdaptiveCardInvokeResponse Of(Dictionary<string, object?> view) => new() { StatusCode = 200, Type = AdaptiveCards.ContentType, Value = view };

    private static IReadOnlyList<CardPart> Parts(Card card) => card.Parts.Count > 0 ? card.Parts : [new CardPart.Paragraph(card.Summary)];
}
