using LeadBot.Domain.Deals;

namespace LeadBot.Domain.Staleness;

/// <summary>How a deal ended so far.</summary>
public enum Ending
{
    /// <summary>Not yet: all that is known is that it lasted this long (censored).</summary>
    Open,
    Won,
    Lost,
}

/// <summary>One deal of a team's history.</summary>
/// <param name="Days">Working days from its start to its end, or to today while it is open or parked; at least 0.</param>
/// <param name="StartedAgo">Working days from its start to today, at least <paramref name="Days"/>: for how long it could be watched.</param>
/// <param name="LongestSilence">The longest silence that progress or the win ended, in working days; null: nobody kept it.</param>
public readonly record struct PastDeal(int Days, Ending Ending, int StartedAgo, int? LongestSilence = null)
{
    /// <param name="zone">Its owner's, whose days count.</param>
    /// <param name="calendar">Its owner's.</param>
    public static PastDeal Of(Deal deal, DateTimeOffset now, TimeZoneInfo zone, WorkCalendar calendar)
    {
        var (ending, at) = deal switch
        {
            { State: DealState.Won, WonAt: { } won } => (Ending.Won, won),
            { State: DealState.Lost, Lost: { } lost } => (Ending.Lost, lost.At),
            _ => (Ending.Open, now),
        };
        var (start, silence) = (Day(deal.CreatedAt), deal.Course.LongestSilence);
        return new PastDeal(calendar.WorkingDays(start, Day(at)), ending, calendar.WorkingDays(start, Day(now)), silence > 0 ? silence : null);

        DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
    }
}
