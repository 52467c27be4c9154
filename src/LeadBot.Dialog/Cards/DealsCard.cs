using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Staleness;

namespace LeadBot.Dialog.Cards;

/// <summary>A person's deals, those that need them most first, the parked ones at the end.</summary>
internal static class DealsCard
{
    /// <summary>Deals with buttons of their own.</summary>
    private const int WithButtons = 5;

    /// <summary>Lines in all; more do not fit a message.</summary>
    private const int MostLines = 40;

    public static Card Draw(Scene scene)
    {
        var deals = scene.Input.Mine.Select(scene.About).ToList();
        var open = deals.Where(d => d.Deal!.State == DealState.Open)
            .Select(d => (Scene: d, d.Standing))
            .OrderByDescending(d => d.Standing.Health).ThenByDescending(d => (double)d.Standing.Silence / d.Standing.Limit).ThenBy(d => d.Scene.Deal!.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();
        var parked = deals.Where(d => d.Deal!.State == DealState.Parked).OrderBy(d => d.Deal!.ParkedUntil).Select(d => DealCardWords.ParkedLine(d.Deal!)).ToList();
        if (open.Count + parked.Count == 0)
        {
            return Card.Of(DealCardWords.NoDeals, Button.Of(ButtonActions.Start, Labels.Qualify));
        }

        var parts = new List<CardPart> { new CardPart.Heading(DealCardWords.DealsTitle), new CardPart.Paragraph(DealCardWords.Counts(open.Count, parked.Count), Subtle: true) };
        foreach (var (deal, standing) in open.Take(WithButtons))
        {
            parts.Add(new CardPart.Paragraph(DealCardWords.Line(deal.Deal!, standing, scene.Language)));
            parts.Add(new CardPart.Row([DealCard.Open(deal), .. DealCard.Touches(deal)]));
        }

        List<string> lines = [.. open.Skip(WithButtons).Select(d => DealCardWords.Line(d.Scene.Deal!, d.Standing, scene.Language)), .. parked.Select((line, i) => i == 0 ? $"{DealCardWords.Parked}: {line}" : line)];
        parts.AddRange(lines.Take(MostLines).Select(line => new CardPart.Paragraph(line)));
        if (lines.Count > MostLines)
        {
            parts.Add(new CardPart.Paragraph(DealCardWords.MoreDeals(lines.Count - MostLines), Subtle: true));
        }

        return new Card($"{DealCardWords.DealsTitle}: {DealCardWords.Counts(open.Count, parked.Count)}", parts, []);
    }
}
