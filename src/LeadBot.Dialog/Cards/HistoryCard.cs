using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Cards;

/// <summary>What a deal went through, newest first: when, who, what.</summary>
internal static class HistoryCard
{
    private const int MostLines = 25;

    public static Card Draw(Scene scene)
    {
        var deal = scene.Deal!;
        var lines = scene.Input.History.Where(line => line.Deal == deal.Id).OrderByDescending(line => line.Revision).ToList();
        if (lines.Count == 0)
        {
            return Card.Of(HistoryWords.Nothing(deal.Name), DealCard.Open(scene));
        }

        var title = HistoryWords.Title(deal.Name);
        var parts = new List<CardPart> { new CardPart.Heading(title), new CardPart.Facts([.. lines.Take(MostLines).Select(line => new Fact(When(scene, line), HistoryWords.Of(scene, line.What)))]) };
        if (lines.Count > MostLines)
        {
            parts.Add(new CardPart.Paragraph(HistoryWords.Earlier(lines.Count - MostLines), Subtle: true));
        }

        return new Card($"{title}. {HistoryWords.Of(scene, lines[0].What)}.", parts, [DealCard.Open(scene)]);
    }

    private static string When(Scene scene, DealEvent line)
    {
        var who = line.By is { } by ? scene.Find(by)?.Name ?? HistoryWords.Somebody : HistoryWords.Clock;
        return HistoryWords.When(TimeZoneInfo.ConvertTime(line.At, scene.Person.Zone), who);
    }
}
