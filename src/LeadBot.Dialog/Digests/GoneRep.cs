using LeadBot.Dialog.Conversations;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Staleness;

namespace LeadBot.Dialog.Digests;

/// <summary>A rep who cannot be reached any more, so that nobody is reminded of their deals: a line once a week until these are given away.</summary>
public static class GoneRep
{
    private const int MostNamed = 3;

    /// <summary>As those who look after them are told; null: they have no deals.</summary>
    /// <param name="deals">Open and parked.</param>
    /// <param name="calendar">The rep's.</param>
    /// <param name="told">How this manager was told last; null: never.</param>
    public static RaisedNow? Of(Person rep, IReadOnlyList<Deal> deals, Workspace workspace, WorkCalendar calendar, Listed? told, DateTimeOffset now)
    {
        var today = rep.Today(now);
        var longest = deals.Where(deal => deal.State == DealState.Open)
            .Select(deal => (Deal: deal, Days: Silence.Of(deal, today, calendar, workspace.RulesFor(deal.Stage)).Silence))
            .OrderByDescending(silent => silent.Days).ToList();
        IReadOnlyList<Deal> named = [.. longest.Select(silent => silent.Deal).Concat(deals.Where(deal => deal.State != DealState.Open)).Take(MostNamed)];
        return deals.Count == 0
            ? null
            : new RaisedNow(new Raised(Need.Gone, rep.Id, null, now), rep, 0, null, told, named, deals.Count - named.Count) { Silent = longest.Count == 0 ? 0 : longest[0].Days };
    }
}
