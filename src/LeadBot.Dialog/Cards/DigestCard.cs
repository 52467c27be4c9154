using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Cards;

/// <summary>A digest: each deal with why it is there and what it has cost, and what to do about it.</summary>
internal static class DigestCard
{
    /// <param name="more">How many deals wait for another day.</param>
    /// <param name="weekly">Digests come once a week, for want of presses.</param>
    public static Card Draw(IReadOnlyList<Listing> listed, Person reader, DateOnly today, int more, bool weekly)
    {
        List<CardPart> parts = [new CardPart.Heading(DigestWords.Title(listed.Count))];
        for (var i = 0; i < listed.Count; i++)
        {
            AddDeal(parts, listed[i], reader, today, today, first: i == 0 && listed.Count > 1 && listed.Skip(1).All(other => other.Stakes.Urgency < listed[0].Stakes.Urgency));
        }

        AddNote(parts, more == 0 ? null : DigestWords.More(more));
        AddNote(parts, weekly ? DigestWords.OnceAWeek : null);
        var summary = listed.Count == 1
            ? DigestWords.Line(listed[0], reader, today)
            : DigestWords.Summary([.. listed.Select(listing => listing.Deal.Name)]);
        return new Card(summary, parts, more == 0 ? [] : [Button.Of(ButtonActions.Deals, Labels.Deals)]);
    }

    /// <summary>An earlier digest as it stands now.</summary>
    /// <param name="deals">In the order they were listed; what became of one in a line, or null when nothing did.</param>
    /// <param name="day">The digest's.</param>
    public static Card Again(IReadOnlyList<(string? Done, Listing Listing)> deals, Person reader, DateOnly today, DateOnly day, string? above)
    {
        var left = deals.Count(deal => deal.Done is null);
        var title = left == 0 ? DigestWords.NothingLeft : DigestWords.Title(left);
        List<CardPart> parts = above is null ? [] : [new CardPart.Paragraph(above)];
        parts.Add(new CardPart.Heading(title));
        foreach (var (done, listing) in deals)
        {
            if (done is null)
            {
                AddDeal(parts, listing, reader, today, day, first: false);
            }
            else
            {
                AddNote(parts, done);
            }
        }

        return new Card(above is null ? title : $"{above} {title}", parts, []);
    }

    private static void AddDeal(List<CardPart> parts, Listing listing, Person reader, DateOnly today, DateOnly day, bool first)
    {
        parts.Add(new CardPart.Paragraph(DigestWords.Deal(listing, reader, today, first)));
        var asks = listing.Reasons.OfType<Reason.AskToday>().SelectMany(reason => reason.Questions).ToList();
        parts.AddRange(asks.Select(question => new CardPart.ToCopy(VerdictWords.AskThem(question.Ask), question.Words)));
        if (listing.Deal.Crm is { Address: { } address })
        {
            parts.Add(new CardPart.Link(DealCardWords.InCrm, address));
        }

        var deal = new DigestButtons(listing.Deal, day);
        parts.Add(new CardPart.Row(
        [
            .. asks.Select(question => deal.Button(ButtonActions.EditAnswer, Labels.Answer(question.Ask), data: (ButtonFields.Question, question.Id.Value))),
            .. listing.Reasons.Any(reason => reason is Reason.VerdictChanged) ? (Button[])[deal.Button(ButtonActions.Show, Labels.Show)] : [],
            .. deal.ToDecide(),
        ]));
    }

    private static void AddNote(List<CardPart> parts, string? note)
    {
        if (note is not null)
        {
            parts.Add(new CardPart.Paragraph(note, Subtle: true));
        }
    }
}
