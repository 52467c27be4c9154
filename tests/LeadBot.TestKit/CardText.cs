using LeadBot.Dialog.Cards;

namespace LeadBot.TestKit;

/// <summary>A card as lines of text, for transcripts.</summary>
public static class CardText
{
    public static string Of(Card card) => string.Join('\n', Lines(card));

    private static IEnumerable<string> Lines(Card card)
    {
        IEnumerable<string> lines = card.Parts.Count == 0 ? [card.Summary] : card.Parts.SelectMany(Lines);
        return card.Buttons.Count == 0 ? lines : lines.Append(Labels(card.Buttons));
    }

    private static string Labels(IEnumerable<Button> buttons) => string.Join(' ', buttons.Select(b => $"[{b.Label}]"));

    private static IEnumerable<string> Lines(CardPart part) => part switch
    {
        CardPart.Heading { Tone: Tone.Neutral } heading => [$"# {heading.Text}"],
        CardPart.Heading heading => [$"# {heading.Text} ({heading.Tone})"],
        CardPart.Paragraph paragraph => [paragraph.Subtle ? $"~ {paragraph.Text}" : paragraph.Text],
        CardPart.Facts facts => facts.Items.Select(fact => $"- {fact.Label}: {fact.Value}"),
        CardPart.ToCopy copy => copy.Text.Split('\n').Select(line => $">   {line}").Prepend($"> {copy.Label}"),
        CardPart.TextField field => [$"_____ {field.Label}"],
        CardPart.Row row => [Labels(row.Buttons)],
        CardPart.Link link => [$"({link.Label}: {link.Address})"],
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "A part of a card that transcripts do not know."),
    };
}
