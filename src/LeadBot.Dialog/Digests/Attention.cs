using LeadBot.Dialog.Conversations;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Staleness;

namespace LeadBot.Dialog.Digests;

/// <summary>When a digest has to look at a deal, and which deals come first; kept with every deal, worked out anew whenever it or its owner's calendar changes.</summary>
public static class Attention
{
    /// <summary>More than anything that is at stake.</summary>
    private const double AskDayFirst = 1e12;

    /// <summary>
    /// From when on a digest may have something to say of it: the beginning of that day of its owner's, UTC, which may be
    /// past. Never later than it should be; earlier costs a look. Null: never, as it stands.
    /// </summary>
    /// <param name="calendar">The owner's, <see cref="HolidayShelf.For"/>; the same for all their deals.</param>
    public static DateTimeOffset? At(Deal deal, Listed? listed, Person owner, Workspace workspace, WorkCalendar calendar, PlaybookShelf playbooks, DateTimeOffset now)
    {
        var today = owner.Today(now);
        var day = deal.State switch
        {
            DealState.Parked => deal.ParkedUntil ?? today,
            DealState.Open when deal.Course.NotNow?.Until > today => deal.Course.NotNow.Until,
            DealState.Open => Soonest(deal, listed, owner, workspace, calendar, playbooks, today, now),
            _ => null,
        };
        return day is { } on ? DigestTime.Beginning(owner.Zone, on) : null;
    }

    /// <summary>
    /// Which of a person's deals are looked at first: the higher, the sooner. At least 0, see <see cref="Stakes.PerMinute"/>;
    /// those with an ask-day come before all others, since a day that is missed is a put-off.
    /// </summary>
    public static double Urgency(Deal deal, Workspace workspace, PlaybookShelf playbooks, TeamRecord team) =>
        AtStake.Of(deal, workspace, playbooks, team).Urgency + (deal.Course.AskOn is null ? 0 : AskDayFirst);

    private static DateOnly? Soonest(
        Deal deal, Listed? listed, Person owner, Workspace workspace, WorkCalendar calendar, PlaybookShelf playbooks, DateOnly today, DateTimeOffset now)
    {
        var rules = workspace.RulesFor(deal.Stage);
        var unchanged = News.IsUnchanged(deal, listed);
        if (Living.Settle(deal, now, today, calendar, rules) is not null
            || deal.Course.NotNow is { } aside && !(listed?.On >= aside.Until)
            || deal.Course.AskOn <= today && !(unchanged && listed!.On >= deal.Course.AskOn)
            || PassingDates.Changed(deal, playbooks, today) is not null)
        {
            return today;
        }

        var standing = Silence.Of(deal, today, calendar, rules);
        var stands = standing.Health is Health.Stale or Health.StrungAlong || Budget.IsSpent(deal);
        IEnumerable<DateOnly?> days =
        [
            Silence.NextChange(deal, today, calendar, rules),
            .. PassingDates.Of(deal, playbooks).Where(day => day > today).Select(day => (DateOnly?)day),
            stands ? NextMention(deal, listed, unchanged, owner, calendar, today, standing) : null,
            AutoPark.Announced(deal, listed, workspace, today) ?? AutoPark.AnnounceOn(standing, workspace, calendar, today),
        ];
        return days.Min();
    }

    /// <summary>
    /// When what stands may be listed again: on a Monday after its gap; what changed, at once or when a logged contact is old
    /// enough. What found no room on its Monday waits for the next: until then it would only crowd out what is new.
    /// </summary>
    private static DateOnly NextMention(Deal deal, Listed? listed, bool unchanged, Person owner, WorkCalendar calendar, DateOnly today, Standing standing)
    {
        if (!unchanged)
        {
            return standing.Health == Health.Stale && !Budget.IsSpent(deal) && deal.Course.LastTouch is { } touch
                ? owner.Today(touch).AddDays(News.AfterTouch)
                : today;
        }

        var again = ListingGaps.FirstDayAgain(listed!.On, listed.Times, changed: false, calendar);
        return again >= today || owner.Digest.MutedUntil > today || DigestTime.IsFirstOfWeek(owner, calendar, today) ? again : ListingGaps.FirstOfWeek(today, calendar);
    }
}
