using LeadBot.Dialog.Conversations;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;

namespace LeadBot.Dialog.Digests;

/// <summary>What a manager has to hear of when a deal changes.</summary>
public static class Raises
{
    /// <summary>At most one of each <see cref="Need"/>. For every change that is kept, by whomever.</summary>
    public static IReadOnlyList<Raised> Of(DealChange change, PlaybookShelf playbooks, DateTimeOffset at)
    {
        var deal = change.Deal;
        if (deal.State is DealState.Won or DealState.Lost)
        {
            return [];
        }

        var worth = deal.Qualification is { } qualification ? playbooks.ByHash.GetValueOrDefault(qualification.Playbook)?.Worth : null;
        return
        [
            .. change.What
                .Select(what => Of(deal, what, worth) is { } need
                    ? new Raised(need, deal.Owner, deal.Id, at, need is Need.EditedAfterVerdict or Need.PriceCut ? what : null)
                    : null)
                .OfType<Raised>()
                .GroupBy(raised => raised.Need)
                .Select(same => same.Last()),
        ];
    }

    private static Need? Of(Deal deal, Happening what, Worth? worth) => what switch
    {
        Happening.PriceCut => Need.PriceCut,
        Happening.SetAside when deal.Course.NotNow is { Times: >= 2 } => Need.NotNowUsedUp,
        Happening.Touched or Happening.HoursAdded when Budget.IsOver(deal) => Need.OverBudget,
        Happening.Answered { Edited: true, Answer: not Answer.DontKnow } edited
            when deal.Qualification?.Verdict is not null && worth is not null
                && (edited.Question == worth.Price || edited.Question == worth.SellingHoursAsked || edited.Question == worth.DeliveryHoursAsked) => Need.EditedAfterVerdict,
        _ => null,
    };
}
