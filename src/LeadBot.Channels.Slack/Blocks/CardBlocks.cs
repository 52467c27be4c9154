using System.Text.Json.Nodes;
using LeadBot.Dialog.Cards;

namespace LeadBot.Channels.Slack.Blocks;

/// <summary>A card as blocks, as many as Slack takes. What can be pressed stays; of what is read, the middle gives way.</summary>
internal static class CardBlocks
{
    public static JsonArray Of(Card card, int most)
    {
        var parts = CardLength.Fit(Parts(card), card.AllButtons);
        var presses = new PressBlocks();
        var pieces = parts.Select(part => new Piece(part, Blocks(part, presses, card.Buttons.Count == 1))).ToList();
        pieces.Add(new Piece(null, [.. presses.Of(card.Buttons)]));
        return new JsonArray([.. Fit(pieces, most)]);
    }

    /// <summary>What a card shows above its buttons; nothing is asked for twice.</summary>
    public static IReadOnlyList<CardPart> Parts(Card card)
    {
        var asked = new HashSet<string>();
        var labels = card.Parts.OfType<CardPart.TextField>().Select(field => field.Label).ToHashSet();
        IReadOnlyList<CardPart> parts = card.Parts.Count == 0 ? [new CardPart.Paragraph(card.Summary)] : card.Parts;
        return
        [
            .. parts.Select(PartBlocks.Checked).Where(part => !PartBlocks.IsBlank(part) && part switch
            {
                CardPart.TextField field => asked.Add(field.Id),
                CardPart.Paragraph paragraph => !labels.Contains(paragraph.Text),
                _ => true,
            }),
        ];
    }

    private static List<JsonObject> Blocks(CardPart part, PressBlocks presses, bool fieldsAreAll) =>
        [.. part is CardPart.Row row ? presses.Of(row.Buttons) : PartBlocks.Of(part, fieldsAreAll)];

    private static IEnumerable<JsonObject> Fit(List<Piece> pieces, int most)
    {
        var apart = Divided(pieces).ToList();
        if (apart.Count <= most)
        {
            return apart;
        }

        pieces = Joined(pieces);
        Shorten(pieces, most);
        var blocks = pieces.SelectMany(piece => piece.Blocks);
        return pieces.Sum(piece => piece.Blocks.Count) <= most ? blocks : Pressed(blocks).Take(most);
    }

    /// <summary>A line below buttons that belong to what stands above them; a link right below them is theirs, too.</summary>
    private static IEnumerable<JsonObject> Divided(List<Piece> pieces)
    {
        var afterRow = false;
        foreach (var piece in pieces.Where(piece => piece.Blocks.Count > 0))
        {
            if (afterRow && piece.Part is not CardPart.Link)
            {
                yield return PartBlocks.Divider();
            }

            afterRow = piece.Part is CardPart.Row || (afterRow && piece.Part is CardPart.Link);
            foreach (var block in piece.Blocks)
            {
                yield return block;
            }
        }
    }

    /// <summary>Paragraphs that follow each other in one block, where it holds them.</summary>
    private static List<Piece> Joined(List<Piece> pieces)
    {
        var joined = new List<Piece>();
        foreach (var piece in pieces)
        {
            if (piece.Part is CardPart.Paragraph next && joined.LastOrDefault()?.Part is CardPart.Paragraph last && last.Subtle == next.Subtle
                && last.Text.Length + next.Text.Length < (next.Subtle ? SlackLimits.Context : SlackLimits.Section))
            {
                var both = last with { Text = $"{last.Text}\n{next.Text}" };
                joined[^1] = new Piece(both, [.. PartBlocks.Of(both)]);
            }
            else
            {
                joined.Add(piece);
            }
        }

        return joined;
    }

    private static void Shorten(List<Piece> pieces, int most)
    {
        var over = pieces.Sum(piece => piece.Blocks.Count) - most;
        var middle = pieces.Count / 2;
        var first = -1;
        foreach (var (piece, at) in pieces.Select((piece, at) => (piece, at)).Where(p => Weight(p.piece) is not null).OrderBy(p => Weight(p.piece)).ThenBy(p => Math.Abs(p.at - middle)).ToList())
        {
            if (over <= 0)
            {
                break;
            }

            over -= piece.Blocks.Count;
            piece.Blocks.Clear();
            if (first < 0)
            {
                // What stands for all that is gone takes a block itself.
                first = at;
                over++;
            }
        }

        if (first >= 0)
        {
            pieces[first].Blocks.Add(PartBlocks.Context("…"));
        }
    }

    /// <summary>What gives way first; null never does.</summary>
    private static int? Weight(Piece piece) => piece.Part switch
    {
        CardPart.Paragraph { Subtle: true } => 0,
        CardPart.Heading => 2,
        CardPart.Link => 3,
        CardPart.Row or CardPart.TextField or null => null,
        _ => 1,
    };

    /// <summary>Where buttons alone are too many rows: rows side by side.</summary>
    private static IEnumerable<JsonObject> Pressed(IEnumerable<JsonObject> blocks)
    {
        JsonArray? row = null;
        foreach (var block in blocks)
        {
            if (block["type"]!.GetValue<string>() != "actions")
            {
                row = null;
                yield return block;
                continue;
            }

            var elements = block["elements"]!.AsArray();
            if (row is null || row.Count + elements.Count > SlackLimits.Elements)
            {
                row = elements;
                yield return block;
                continue;
            }

            foreach (var element in elements.ToList())
            {
                elements.Remove(element);
                row.Add(element);
            }
        }
    }

    private sealed record Piece(CardPart? Part, List<JsonObject> Blocks);
}
