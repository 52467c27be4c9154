using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Staleness;

namespace LeadBot.Dialog.Digests;

/// <summary>What is new, or due to be said again, among what needs a manager.</summary>
internal static class ExceptionsDigest
{
    /// <summary>A week's. Reps whom they do not hold take no turns, as when a company lets a whole team go: they are named many in a line.</summary>
    private const int Mornings = 5;

    /// <summary>Reps named in such a line, and lines of that kind: of 300 a manager hears the same day.</summary>
    private const int RepsInALine = 50;
    private const int LinesOfMany = 6;

    /// <summary>
    /// At most as many matters as the manager wants deals in a digest: reps who read nothing first, then the most urgent
    /// deals. After them as many reps at most who are gone or leave deals strung along, those first of whom was told longest ago.
    /// </summary>
    /// <param name="today">The manager's day.</param>
    /// <param name="calendar">The manager's.</param>
    /// <param name="repeats">Today what was said already may be said again.</param>
    public static IReadOnlyList<Matter> Of(DigestInput input, DateOnly today, WorkCalendar calendar, bool repeats) => Of(
        input,
        today,
        need => IsWeekly(need) ? !(need.Told?.On.AddDays(LeftStrungAlong.Week) > today)
            : IsNew(need) || repeats && MayRepeat(need, today, calendar));

    /// <summary>The same whenever they look, told already or not.</summary>
    public static IReadOnlyList<Matter> AsTheyStand(DigestInput input, DateOnly today) => Of(input, today, need => IsNew(need) || CanRepeat(need));

    private static IReadOnlyList<Matter> Of(DigestInput input, DateOnly today, Func<RaisedNow, bool> isDue)
    {
        var weekly = input.Exceptions
            .Where(need => IsWeekly(need) && need.Rep.Id != input.Person.Id && isDue(need))
            .Where(need => need.Raised.Need == Need.Gone || !IsGone(input, need.Rep))
            .OrderBy(need => need.Told?.On)
            .ThenByDescending(need => need.Waiting.Count + need.MoreWaiting)
            .ThenBy(need => need.Rep.Id.Value, StringComparer.Ordinal)
            .ToList();
        var most = input.Person.Digest.MostDeals;
        return [.. Raised(input, today, isDue), .. weekly.Take(most).Select(need => Of(input, [need], today)), .. weekly.Count > most * Mornings ? Many(input, weekly.Skip(most), today) : []];
    }

    private static IEnumerable<Matter> Many(DigestInput input, IEnumerable<RaisedNow> needs, DateOnly today) =>
        needs.GroupBy(need => need.Raised.Need).SelectMany(alike => alike.Chunk(RepsInALine)).Take(LinesOfMany).Select(many => Of(input, many, today));

    private static IEnumerable<Matter> Raised(DigestInput input, DateOnly today, Func<RaisedNow, bool> isDue) =>
        input.Exceptions
            .Where(need => !IsWeekly(need) && need.Rep.Id != input.Person.Id && Holds(input, need))
            .GroupBy(need => need.Deal?.Deal.Id.ToString() ?? need.Rep.Id.Value)
            .Where(matter => matter.Any(isDue))
            .Select(matter => Of(input, [.. matter.Where(need => IsNew(need) || CanRepeat(need)).OrderBy(need => need.Raised.Need)], today))
            .OrderBy(matter => matter.Deal is not null)
            .ThenByDescending(matter => matter.Urgency)
            .ThenBy(matter => matter.Deal?.Name ?? matter.Rep.Name, StringComparer.Ordinal)
            .Take(input.Person.Digest.MostDeals);

    private static Matter Of(DigestInput input, RaisedNow[] needs, DateOnly today)
    {
        var deal = needs[0].Deal?.Deal;
        return new Matter(
            needs[0].Rep,
            deal,
            needs,
            deal is null ? 0 : AtStake.Of(deal, input.Workspace, input.Playbooks, input.Team).Urgency,
            [.. needs.Select(need => (need.Raised.About, new Listed(today, IsNew(need) ? 1 : need.Told!.Times + 1, need.Raised.At)))]);
    }

    private static bool IsWeekly(RaisedNow need) => need.Raised.Need is Need.LeftStrungAlong or Need.Gone;

    /// <summary>Of somebody who cannot be reached that is said, and not that they leave things lying.</summary>
    private static bool IsGone(DigestInput input, Person rep) => input.Exceptions.Any(need => need.Raised.Need == Need.Gone && need.Rep.Id == rep.Id);

    /// <summary>It is still as it was when it was raised.</summary>
    private static bool Holds(DigestInput input, RaisedNow need) => need.Raised.Need switch
    {
        Need.DigestsUnpressed => need.Unpressed >= DigestTime.WeeklyAfter && !IsGone(input, need.Rep),
        _ when need.Deal is not { Deal.State: DealState.Open } => false,
        Need.StrungAlongInVain => IsStrungAlong(input, need.Rep, need.Deal.Deal),
        Need.OverBudget => Budget.IsOver(need.Deal.Deal),
        Need.NotNowUsedUp => need.Deal.Deal.Course.NotNow is { Times: >= DigestButtons.MostNotNow },
        _ => true,
    };

    private static bool IsStrungAlong(DigestInput input, Person rep, Deal deal)
    {
        var calendar = input.Holidays.For(input.Workspace, rep);
        var (today, rules) = (rep.Today(input.Now), input.Workspace.RulesFor(deal.Stage));
        var settled = Living.Settle(deal, input.Now, today, calendar, rules)?.Deal ?? deal;
        return Silence.Of(settled, today, calendar, rules).Health == Health.StrungAlong;
    }

    /// <summary>What happened once is said once, what goes on is said again.</summary>
    private static bool CanRepeat(RaisedNow need) => need.Raised.Need is not (Need.EditedAfterVerdict or Need.PriceCut);

    private static bool IsNew(RaisedNow need) => need.Told is null || !CanRepeat(need) && need.Told.AsOf != need.Raised.At;

    private static bool MayRepeat(RaisedNow need, DateOnly today, WorkCalendar calendar) =>
        CanRepeat(need) && ListingGaps.FirstDayAgain(need.Told!.On, need.Told.Times, changed: false, calendar) <= today;
}

/// <summary>One line of an exceptions digest: a deal with all that needs a manager about it, or a rep.</summary>
/// <param name="Deal">Null: it is about the rep.</param>
/// <param name="Needs">At least one; of a deal's several the first by <see cref="Need"/>. Several without a deal: the same of many reps.</param>
/// <param name="Told">What the manager is told by it.</param>
internal sealed record Matter(Person Rep, Deal? Deal, IReadOnlyList<RaisedNow> Needs, double Urgency, IReadOnlyList<(string About, Listed Listed)> Told);
