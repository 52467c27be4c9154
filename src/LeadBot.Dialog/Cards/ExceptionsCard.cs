using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Cards;

/// <summary>What needs a manager, each with what to do about it: look at the deal, drop it, give it to somebody.</summary>
internal static class ExceptionsCard
{
    /// <param name="manager">Or an admin, who stands in for one and only hears of it.</param>
    public static Card Draw(IReadOnlyList<Matter> matters, Person manager, DateOnly today, PlaybookShelf playbooks, Workspace workspace)
    {
        List<CardPart> parts = [new CardPart.Heading(ExceptionWords.Title(matters.Count))];
        foreach (var matter in matters)
        {
            parts.Add(new CardPart.Paragraph(ExceptionWords.Of(matter, playbooks, manager)));
            IReadOnlyList<Button> buttons = matter.Deal is { } deal ? [.. ToDecide(deal, today)]
                : matter.Needs.Count > 1 ? []
                : [.. matter.Needs[0].Waiting.Select(waiting => ToSettle(matter, new DigestButtons(waiting, today, ButtonFields.Exceptions), waiting.Name))];
            if (MayAct(matter) && buttons.Count > 0)
            {
                parts.Add(new CardPart.Row(buttons));
            }
        }

        if (!matters.All(MayAct))
        {
            parts.Add(new CardPart.Paragraph(workspace.Managers.Count == 0 ? ExceptionWords.NoManager : ExceptionWords.NoManagerOfTeam, Subtle: true));
        }

        return new Card(ExceptionWords.Summary(matters), parts, []);

        bool MayAct(Matter matter) => workspace.IsManager(manager.Id) && (manager.Team is null || matter.Rep.Team == manager.Team);
    }

    private static Button ToSettle(Matter matter, DigestButtons buttons, string deal) => matter.Needs[0].Raised.Need == Need.Gone
        ? buttons.Button(ButtonActions.GiveTo, Labels.Fit(Labels.GiveDeal(deal)))
        : buttons.Button(ButtonActions.Deal, Labels.OpenDeal(deal));

    private static IEnumerable<Button> ToDecide(Deal deal, DateOnly today)
    {
        var buttons = new DigestButtons(deal, today, ButtonFields.Exceptions);
        yield return buttons.Button(ButtonActions.Deal, Labels.ShowDeal);
        yield return buttons.Button(ButtonActions.Lose, Labels.Drop, ButtonStyle.Destructive);
        yield return buttons.Button(ButtonActions.GiveTo, Labels.Give);
    }
}
