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
        var (open, parked) = Sorted(scene);
        return open.Count + parked.Count == 0
            ? Card.Of(DealCardWords.NoDeals, Button.Of(ButtonActions.Start, Labels.Qualify))
            : new Card($"{DealCardWords.DealsTitle}: {DealCardWords.Counts(open.Count, parked.Count)}", Parts(scene, WithButtons), []);
    }

    /// <summary>Empty: there are none.</summary>
    /// <param name="withButtons">Deals with buttons of their own; the others have a line each.</param>
    public static IReadOnlyList<CardPart> Parts(Scene scene, int withButtons)
    {
        var (open, parked) = Sorted(scene);
        if (open.Count + parked.Count == 0)
        {
            return [];
        }

        var parts = new List<CardPart> { new CardPart.Heading(DealCardWords.DealsTitle), new CardPart.Paragraph(DealCardWords.Counts(open.Count, parked.Count), Subtle: true) };
        foreach (var (deal, standing) in open.Take(withButtons))
        {
            parts.Add(new CardPart.Paragraph(DealCardWords.Line(deal.Deal!, standing, scene.Language)));
            parts.Add(new CardPart.Row([DealCard.Open(deal), .. DealCard.Touches(deal)]));
        }

        List<string> lines = [.. open.Skip(withButtons).Select(d => DealCardWords.Line(d.Scene.Deal!, d.Standing, scene.Language)), .. parked.Select((line, i) => i == 0 ? $"{DealCardWords.Parked}: {line}" : line)];
        parts.AddRange(lines.Take(MostLines).Select(line => new CardPart.Paragraph(line)));
        if (lines.Count > MostLines)
        {
            parts.Add(new CardPart.Paragraph(DealCardWords.MoreDeals(lines.Count - MostLines), Subtle: true));
        }

        return parts;
    }

    private static (List<(Scene Scene, Standing Standing)> Open, List<string> Parked) Sorted(Scene scene)
    {
        var deals = scene.Input.Mine.Select(scene.About).ToList();
        return (
            [
                .. deals.Where(d => d.Deal!.State == DealState.Open)
                    .Select(d => (Scene: d, d.Standing))
                    .OrderByDescending(d => d.Standing.Health).ThenByDescending(d => (double)d.Standing.Silence / d.Standing.Limit).ThenBy(d => d.Scene.Deal!.Name, StringComparer.OrdinalIgnoreCase),
            ],
            [.. deals.Where(d => d.Deal!.State == DealState.Parked).OrderBy(d => d.Deal!.ParkedUntil).Select(d => DealCardWords.ParkedLine(d.Deal!))]);
    }
}
