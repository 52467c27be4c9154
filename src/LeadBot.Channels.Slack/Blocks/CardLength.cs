using LeadBot.Dialog.Cards;

namespace LeadBot.Channels.Slack.Blocks;

/// <summary>Keeps the words of a message within what Slack takes: long parts are cut so that short ones need not be.</summary>
internal static class CardLength
{
    // Even beside buttons without end a few sentences are left.
    private const int Least = 2000;

    public static IReadOnlyList<CardPart> Fit(IReadOnlyList<CardPart> parts, IEnumerable<Button> buttons)
    {
        var share = Share(parts.Select(Letters), Math.Max(SlackLimits.Letters - buttons.Sum(button => button.Label.Length), Least));
        return [.. parts.Select(part => Letters(part) > share ? Cut(part, share) : part)];
    }

    /// <summary>The most that each may take, so that together they fit: what short ones leave, long ones share.</summary>
    private static int Share(IEnumerable<int> sizes, int left)
    {
        var sorted = sizes.Order().ToList();
        for (var i = 0; i < sorted.Count; i++)
        {
            var each = left / (sorted.Count - i);
            if (sorted[i] > each)
            {
                return each;
            }

            left -= sorted[i];
        }

        return int.MaxValue;
    }

    private static int Letters(CardPart part) => part switch
    {
        CardPart.Heading heading => heading.Text.Length,
        CardPart.Paragraph paragraph => paragraph.Text.Length,
        CardPart.ToCopy words => words.Label.Length + words.Text.Length,
        CardPart.Facts facts => facts.Items.Sum(Letters),
        CardPart.TextField field => field.Label.Length,
        CardPart.Link link => link.Label.Length,
        _ => 0,
    };

    private static int Letters(Fact fact) => fact.Label.Length + fact.Value.Length + 2;

    private static CardPart Cut(CardPart part, int most) => part switch
    {
        CardPart.Heading heading => heading with { Text = SlackText.Cut(heading.Text, most) },
        CardPart.Paragraph paragraph => paragraph with { Text = SlackText.Cut(paragraph.Text, most) },
        CardPart.ToCopy words => new CardPart.ToCopy(SlackText.Cut(words.Label, most / 2), SlackText.Cut(words.Text, most - Math.Min(words.Label.Length, most / 2))),
        CardPart.Facts facts => new CardPart.Facts([.. Cut(facts.Items, most)]),
        CardPart.TextField field => field with { Label = SlackText.Cut(field.Label, most) },
        CardPart.Link link => link with { Label = SlackText.Cut(link.Label, most) },
        _ => part,
    };

    private static IEnumerable<Fact> Cut(IReadOnlyList<Fact> facts, int most)
    {
        // With very many, those at the end give way.
        var kept = facts.Take(Math.Max(most / 20, 1)).ToList();
        var share = Share(kept.Select(Letters), most);
        return kept.Select(fact => Letters(fact) <= share ? fact
            : new Fact(SlackText.Cut(fact.Label, share / 2), SlackText.Cut(fact.Value, share - 2 - Math.Min(fact.Label.Length, share / 2))));
    }
}
