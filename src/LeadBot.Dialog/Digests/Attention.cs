using LeadBot.Dialog.Conversations;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Staleness;

namespace LeadBot.Dialog.Digests;

/// <summary>When a digest has to look at a deal, and which deals come first; kept with every deal, worked out anew whenever it or its owner's calendar changes.</summary>
public static class Attention
{
    /// <summary>
    /// From when on a digest may have something to say of it: the beginning of that day of its owner's, UTC, which may be
    /// past. Never later than it should be; earlier costs a look. Null: never, as it stands.
    /// </summary>
    /// <param name="calendar">The owner's, <see cref="HolidayShelf.For"/>; the same for all their deals.</param>
    public static DateTimeOffset? At(Deal deal, Listed? listed, Person owner, Workspace workspace, WorkCalendar calendar, PlaybookShelf playbooks, DateTimeOffset now) =>
        deal.State is DealState.Open or DealState.Parked ? DigestTime.Beginning(owner.Zone, owner.Today(now)) : null;

    /// <summary>The hours it is about to cost; the higher, the sooner it is listed. At least 0.</summary>
    public static double Urgency(Deal deal, Workspace workspace, PlaybookShelf playbooks, TeamRecord team) =>
        (double)deal.Course.HoursSunk;
}
