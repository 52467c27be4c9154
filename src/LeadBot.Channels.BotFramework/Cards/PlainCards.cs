using LeadBot.Dialog.Cards;

namespace LeadBot.Channels.BotFramework.Cards;

/// <summary>A card in words alone; what a field asks for can be typed, its label says what.</summary>
internal static class PlainCards
{
    public static string Render(Card card)
    {
        var fitting = CardLength.Fit(card);
        return fitting.Parts.Count == 0 ? fitting.Summary : string.Join("\n\n", fitting.Parts.Where(part => part is not CardPart.Row).Select(Part));
    }

    private static string Part(CardPart part) => part switch
    {
        CardPart.Heading heading => heading.Text,
        CardPart.Paragraph paragraph => paragraph.Text,
        CardPart.Facts facts => string.Join('\n', facts.Items.Select(fact => $"{fact.Label}: {fact.Value}")),
        CardPart.ToCopy words => $"{words.Label}\n{words.Text}",
        CardPart.TextField field => field.Label,
        CardPart.Link link => CardLinks.Words(link),
        _ => throw new InvalidOperationException($"No words for {part.GetType().Name}."),
    };
}
