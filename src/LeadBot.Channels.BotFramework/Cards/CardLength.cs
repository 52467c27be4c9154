using LeadBot.Dialog.Cards;

namespace LeadBot.Channels.BotFramework.Cards;

/// <summary>
/// Keeps a message under 20,000 characters, which is 40 kB in Teams' own counting: it took 40 at first and takes about 100 today. What is beyond
/// is cut off with an ellipsis, not sent as a second message: what the dialog says is far shorter, and only words that people
/// themselves wrote at length can make it as long. Nobody reads forty kilobytes in a chat, and buttons stay with their card.
/// </summary>
internal static class CardLength
{
    public const int MostBytes = 19_000;
    private const int MostInSummary = 600;

    // What a part, a fact or a button takes besides its words.
    private const int Frame = 120;

    /// <summary>The card with as much of its words as fits: the longest parts are cut, what can be pressed is kept.</summary>
    public static Card Fit(Card card, int most = MostBytes)
    {
        var all = card.Parts.Select(CardLinks.Checked).ToList();
        var left = most - (2 * MostInSummary) - card.AllButtons.Sum(Bytes) - all.Where(IsWhole).Sum(Bytes);
        if (card.Parts.Count == 0)
        {
            return card with { Summary = Cut(card.Summary, left) };
        }

        var share = Math.Max(Share([.. all.Where(part => !IsWhole(part)).Select(Bytes)], left), 2 * Frame);
        var parts = new List<CardPart>();
        foreach (var part in all)
        {
            if (IsWhole(part))
            {
                parts.Add(part);
            }
            else if (left > Frame)
            {
                var cut = Bytes(part) <= share && Bytes(part) <= left ? part : Cut(part, Math.Min(share, left) - Frame);
                left -= Bytes(cut);
                parts.Add(cut);
            }
        }

        return card with { Parts = parts };
    }

    /// <summary>The most that every part may take, so that together they fit: what short ones leave, long ones share.</summary>
    private static int Share(List<int> sizes, int left)
    {
        sizes.Sort();
        for (var i = 0; i < sizes.Count; i++)
        {
            var each = left / (sizes.Count - i);
            if (sizes[i] > each)
            {
                return each;
            }

            left -= sizes[i];
        }

        return int.MaxValue;
    }

    private static bool IsWhole(CardPart part) => part is CardPart.Row or CardPart.Link;

    /// <summary>The summary for notifications and for clients that show no cards.</summary>
    public static string Summary(Card card) => Cut(card.Summary, MostInSummary);

    private static int Bytes(Button button) => Frame + Bytes(button.Label) + (2 * Bytes(button.Action)) + button.Data.Sum(field => Bytes(field.Key) + Bytes(field.Value) + 6);

    private static int Bytes(CardPart part) => Frame + part switch
    {
        CardPart.Heading heading => Bytes(heading.Text),
        CardPart.Paragraph paragraph => Bytes(paragraph.Text),
        CardPart.ToCopy words => (2 * Frame) + Bytes(words.Label) + Bytes(words.Text),
        CardPart.Facts facts => facts.Items.Sum(fact => Frame + Bytes(fact.Label) + Bytes(fact.Value)),
        CardPart.TextField field => Bytes(field.Label),
        CardPart.Link link => Bytes(link.Label) + Bytes(new Uri(link.Address).AbsoluteUri),
        _ => 0,
    };

    private static CardPart Cut(CardPart part, int left) => part switch
    {
        CardPart.Heading heading => heading with { Text = Cut(heading.Text, left) },
        CardPart.Paragraph paragraph => paragraph with { Text = Cut(paragraph.Text, left) },
        CardPart.ToCopy words => words with { Text = Cut(words.Text, left - (2 * Frame) - Bytes(words.Label)) },
        CardPart.Facts facts when Bytes(facts) > left => facts with
        {
            Items = [.. facts.Items.Select(fact => fact with { Value = Cut(fact.Value, (left / facts.Items.Count) - Frame - Bytes(fact.Label)) })],
        },
        _ => part,
    };

    private static string Cut(string text, int most)
    {
        const int ellipsis = 3;
        var bytes = 0;
        for (var i = 0; i < text.Length; i++)
        {
            bytes += Bytes(text[i]);
            if (bytes > most - ellipsis && Bytes(text) > most)
            {
                var end = i > 0 && char.IsLowSurrogate(text[i]) ? i - 1 : i;
                return string.Concat(text.AsSpan(0, end), "…");
            }
        }

        return text;
    }

    private static int Bytes(string text)
    {
        var bytes = 0;
        foreach (var letter in text)
        {
            bytes += Bytes(letter);
        }

        return bytes;
    }

    // In JSON, and with a backslash before what Markdown would read.
    private static int Bytes(char letter) => letter switch
    {
        _ when char.IsAsciiLetterOrDigit(letter) || letter == ' ' => 1,
        _ when char.IsControl(letter) || char.IsSurrogate(letter) => 6,
        _ => 3,
    };
}
