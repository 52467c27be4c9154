using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Cards;

/// <summary>What needs a manager, each with what to do about it: look at the deal, drop it, give it to somebody.</summary>
internal static class ExceptionsCard
{
    /// <param name="mayAct">A manager; an admin who stands in only hears of it.</param>
    public static Card Draw(IReadOnlyList<Matter> matters, Person manager, DateOnly today, PlaybookShelf playbooks, bool mayAct)
    {
        List<CardPart> parts = [new CardPart.Heading(ExceptionWords.Title(matters.Count))];
        foreach (var matter in matters)
        {
            parts.Add(new CardPart.Paragraph(ExceptionWords.Of(matter, playbooks, manager)));
            IReadOnlyList<Button> buttons = matter.Deal is { } deal
                ? [.. ToDecide(deal, today)]
                : [.. matter.Needs[0].Waiting.Select(waiting => new DigestButtons(waiting, today, ButtonFields.Exceptions).Button(ButtonActions.Deal, Labels.OpenDeal(waiting.Name)))];
            if (mayAct && buttons.Count > 0)
            {
                parts.Add(new CardPart.Row(buttons));
            }
        }

        if (!mayAct)
        {
            parts.Add(new CardPart.Paragraph(ExceptionWords.NoManager, Subtle: true));
        }

        return new Card(ExceptionWords.Summary(matters), parts, []);
    }

    private static IEnumerable<Button> ToDecide(Deal deal, DateOnly today)
    {
        var buttons = new DigestButtons(deal, today, ButtonFields.Exceptions);
        yield return buttons.Button(ButtonActions.Deal, Labels.ShowDeal);
        yield return buttons.Button(ButtonActions.Lose, Labels.Drop, ButtonStyle.Destructive);
        yield return buttons.Button(ButtonActions.GiveTo, Labels.Give);
    }
}
