using LeadBot.Dialog.Conversations;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Staleness;

namespace LeadBot.Dialog.Digests;

/// <summary>Parking stale deals by the clock: off unless an admin turned it on, announced five working days before, told when it happens.</summary>
internal static class AutoPark
{
    private const int Notice = 5;

    /// <summary>A notice holds for two weeks after its day: nobody remembers an older one.</summary>
    private const int NoticeHolds = 14;

    /// <summary>Where no playbook says how long.</summary>
    private const int UsualDays = 60;

    /// <summary>The day it will be parked on and the rep was told of; null: they were not, or something happened since.</summary>
    public static DateOnly? Announced(Deal deal, Listed? listed, Workspace workspace, DateOnly today) =>
        workspace.AutoParkAfter is not null && News.IsUnchanged(deal, listed) && listed!.ParkOn is { } on && on.AddDays(NoticeHolds) >= today ? on : null;

    /// <summary>The first day on which it is announced, at the earliest <paramref name="today"/>; null: never.</summary>
    public static DateOnly? AnnounceOn(Standing standing, Workspace workspace, WorkCalendar calendar, DateOnly today) =>
        workspace.AutoParkAfter is { } after ? calendar.Add(today, Math.Max(0, Left(standing, after) - Notice)) : null;

    /// <summary>The day it is parked on when that is announced today.</summary>
    public static DateOnly ParkOn(Standing standing, int after, WorkCalendar calendar, DateOnly today) =>
        calendar.Add(today, Math.Max(Notice, Left(standing, after)));

    public static DateOnly Until(Deal deal, PlaybookShelf playbooks, DateOnly today) =>
        today.AddDays(deal.Qualification is { } qualification && playbooks.ByHash.GetValueOrDefault(qualification.Playbook) is { } playbook ? playbook.ParkDays : UsualDays);

    /// <summary>Working days from the first stale one on that are left.</summary>
    private static int Left(Standing standing, int after) => standing.Limit + 1 + after - standing.Silence;
}
