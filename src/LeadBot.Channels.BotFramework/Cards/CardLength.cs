using LeadBot.Dialog.Cards;

namespace LeadBot.Channels.BotFramework.Cards;

/// <summary>
/// Keeps a message under 20 kB (Teams takes 28): at most 3,000 UTF-16 units of text, each of which takes at most six
/// bytes of JSON; what is beyond is cut off with an ellipsis.
/// </summary>
internal static class CardLength
{
    private const int MostText = 3000;
    private const int MostSummary = 400;

    public static Card Fit(Card card)
    {
        if (card.Parts.Sum(Length) + card.Summary.Length <= MostText && card.Summary.Length <= MostSummary)
        {
            return card;
        }

        var left = MostText - MostSummary;
        var parts = new List<CardPart>();
        foreach (var part in card.Parts.TakeWhile(_ => left > 0))
        {
            var cut = Cut(part, left);
            left -= Length(cut);
            parts.Add(cut);
        }

        return card with { Summary = Cut(card.Summary, card.Parts.Count == 0 ? MostText : MostSummary), Parts = parts };
    }

    private static int Length(CardPart part) => part switch
    {
        CardPart.Heading heading => heading.Text.Length,
        CardPart.Paragraph paragraph => paragraph.Text.Length,
        CardPart.ToCopy words => words.Label.Length + words.Text.Length,
        CardPart.Facts facts => facts.Items.Sum(fact => fact.Label.Length + fact.Value.Length),
        _ => 0,
    };

    private static CardPart Cut(CardPart part, int left) => part switch
    {
        CardPart.Heading heading => heading with { Text = Cut(heading.Text, left) },
        CardPart.Paragraph paragraph => paragraph with { Text = Cut(paragraph.Text, left) },
        CardPart.ToCopy words => words with { Text = Cut(words.Text, Math.Max(1, left - words.Label.Length)) },
        CardPart.Facts facts when Length(facts) > left => facts with
        {
            Items = [.. facts.Items.Select(fact => fact with { Value = Cut(fact.Value, Math.Max(1, (left / facts.Items.Count) - fact.Label.Length)) })],
        },
        _ => part,
    };

    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return string.Concat(text.AsSpan(0, end), "…");
    }
}
