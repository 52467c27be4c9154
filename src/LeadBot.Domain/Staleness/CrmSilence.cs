using LeadBot.Domain.Deals;

namespace LeadBot.Domain.Staleness;

/// <summary>
/// How silent an imported deal was in the CRM. Its own clock starts on the day of the import; this only tells which ones
/// to clean up at once.
/// </summary>
public static class CrmSilence
{
    /// <summary>Longer ago no day is counted.</summary>
    private const int MostYears = 3;

    /// <summary>
    /// Working days since the last activity the CRM knows of, else since it was created, when they are past the limit and
    /// nothing happened to it in LeadBot yet; else null.
    /// </summary>
    /// <param name="today">The owner's day.</param>
    public static int? Of(Deal deal, DateOnly today, WorkCalendar calendar, SilenceRules rules)
    {
        if (deal is not { State: DealState.Open, Qualification: null, Crm.Said: { } said, Course: { LastTouch: null, Next: null, AskOn: null } })
        {
            return null;
        }

        var since = said.LastActivity ?? DateOnly.FromDateTime(deal.CreatedAt.UtcDateTime);
        var earliest = today.AddYears(-MostYears);
        var silent = since < today ? calendar.WorkingDays(since < earliest ? earliest : since, today) : 0;
        return silent > rules.Limit ? silent : null;
    }
}
