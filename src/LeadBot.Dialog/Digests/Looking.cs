using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Qualification;
using LeadBot.Domain.Staleness;
using Standing = LeadBot.Domain.Staleness.Standing;

namespace LeadBot.Dialog.Digests;

/// <summary>Looks at one owner's deals on one day, for a digest: theirs, or of the colleague who covers them.</summary>
/// <param name="today">The owner's day.</param>
/// <param name="calendar">The owner's.</param>
/// <param name="repeats">Today what did not change may be listed again.</param>
internal sealed class Looking(Workspace workspace, PlaybookShelf playbooks, TeamRecord team, DateTimeOffset now, Person owner, DateOnly today, WorkCalendar calendar, bool repeats)
{
    /// <summary>At the deals of <paramref name="owner"/>, for the digest of that input.</summary>
    public static Looking For(DigestInput input, Person owner, bool repeats) =>
        new(input.Workspace, input.Playbooks, input.Team, input.Now, owner, owner.Today(input.Now), input.Holidays.For(input.Workspace, owner), repeats);

    /// <summary>At the deal of a scene.</summary>
    public static Looking For(Scene scene) =>
        new(scene.Input.Workspace, scene.Input.Playbooks, scene.Input.Team, scene.Input.Now, scene.Owner, scene.OwnersToday, scene.Calendar, repeats: false);

    /// <summary>The deal as a digest lists it; null: nothing about it is new or due.</summary>
    public Listing? At(DueDeal due)
    {
        var rules = workspace.RulesFor(due.Deal.Stage);
        var settled = Living.Settle(due.Deal, now, today, calendar, rules);
        var deal = settled?.Deal ?? due.Deal;
        if (deal.State != DealState.Open || deal.Course.NotNow?.Until > today)
        {
            return null;
        }

        var standing = Silence.Of(deal, today, calendar, rules);
        if (AutoPark.Announced(deal, due.Listed, workspace, today) <= today && standing.Silence > standing.Limit)
        {
            return Parked(due, deal);
        }

        List<Happening> what = [.. settled?.What ?? []];
        List<Reason> reasons = [.. what.Select(ByClock).OfType<Reason>()];
        if (PassingDates.Changed(deal, playbooks, today) is { } verdict)
        {
            reasons.Add(new Reason.VerdictChanged(deal.Qualification!.Verdict!.Value, verdict.Kind));
            var judged = Living.Judge(deal, verdict.Kind, today);
            what.AddRange(judged.What);
            deal = judged.Deal;
        }

        reasons.AddRange(OnTheirDay(deal, due.Listed));
        var parkOn = AutoPark.Announced(deal, due.Listed, workspace, today);
        var announced = parkOn is not null;
        if (!announced && standing.Silence > standing.Limit && AutoPark.AnnounceOn(standing, workspace, calendar, today) == today)
        {
            parkOn = AutoPark.ParkOn(standing, workspace.AutoParkAfter!.Value, calendar, today);
        }

        IReadOnlyList<Reason> stands = [.. Stands(deal, standing)];
        return reasons.Count > 0 || parkOn is not null && !announced || stands.Count > 0 && MayStand(deal, due.Listed, stands)
            ? Listed(due, deal, [.. reasons, .. stands, .. parkOn is { } on ? (Reason[])[new Reason.WillPark(on)] : []], what, parkOn)
            : null;
    }

    /// <summary>How a deal stands that a digest listed before, whether or not it would be listed today.</summary>
    public Listing Again(DueDeal due)
    {
        var rules = workspace.RulesFor(due.Deal.Stage);
        var deal = Living.Settle(due.Deal, now, today, calendar, rules)?.Deal ?? due.Deal;
        IEnumerable<Reason> reasons = deal.State == DealState.Open ? [.. OnTheirDay(deal, listed: null), .. Stands(deal, Silence.Of(deal, today, calendar, rules))] : [];
        var announced = AutoPark.Announced(deal, due.Listed, workspace, today);
        return Listed(due, deal, announced is { } on ? [.. reasons, new Reason.WillPark(on)] : [.. reasons], [], announced);
    }

    /// <summary>Why it stays on the list until somebody does something; the gravest of strung along and stale.</summary>
    private IEnumerable<Reason> Stands(Deal deal, Standing standing)
    {
        if (Budget.IsSpent(deal))
        {
            yield return new Reason.BudgetSpent(deal.Kept!.HourBudget, Budget.Spent(deal)!.Value);
        }

        if (standing.Health == Health.StrungAlong)
        {
            yield return new Reason.StrungAlong(standing.PutOffs);
        }
        else if (standing.Health == Health.Stale)
        {
            yield return new Reason.Stale(standing, workspace.Silence.Approved is { } learnt && learnt.Limit == standing.Limit ? learnt : null);
        }
    }

    /// <summary>What stands is listed when something happened since it was listed, else on Mondays once its gap is over.</summary>
    private bool MayStand(Deal deal, Listed? listed, IReadOnlyList<Reason> stands) =>
        News.IsUnchanged(deal, listed) ? repeats && ListingGaps.FirstDayAgain(listed!.On, listed.Times, changed: false, calendar) <= today
        : stands.Any(reason => reason is not Reason.Stale) || deal.Course.LastTouch is not { } touch || owner.Today(touch).AddDays(News.AfterTouch) <= today;

    private IEnumerable<Reason> OnTheirDay(Deal deal, Listed? listed)
    {
        if (deal.Course.AskOn is { } ask && ask <= today && !(News.IsUnchanged(deal, listed) && listed!.On >= ask)
            && PassingDates.Today(deal, playbooks, today) is { Kind: VerdictKind.AskFirst } verdict)
        {
            var playbook = playbooks.ByHash[deal.Qualification!.Playbook];
            yield return new Reason.AskToday([.. verdict.AskFirst.Select(playbook.Find).OfType<Domain.Playbooks.Question>()]);
        }

        if (deal.Course.NotNow is { } aside && aside.Until <= today && !(listed?.On >= aside.Until))
        {
            yield return new Reason.NotNowOver();
        }
    }

    private static Reason? ByClock(Happening what) => what switch
    {
        Happening.Returned returned => new Reason.Returned(returned.On),
        Happening.NextLapsed lapsed => new Reason.StepLapsed(lapsed.What, lapsed.Due),
        Happening.AskDayMissed missed => new Reason.AskMissed(missed.On),
        _ => null,
    };

    private Listing Parked(DueDeal due, Deal deal)
    {
        var until = AutoPark.Until(deal, playbooks, today);
        var parked = Living.Park(deal, until, now, byClock: true);
        return Listed(due, parked.Deal, [new Reason.ParkedByClock(until)], parked.What, parkOn: null);
    }

    private Listing Listed(DueDeal due, Deal deal, IReadOnlyList<Reason> reasons, IReadOnlyList<Happening> what, DateOnly? parkOn)
    {
        var times = News.IsUnchanged(deal, due.Listed) ? due.Listed!.Times + 1 : 1;
        var kept = what.Count == 0 ? deal : deal with { Revision = due.Deal.Revision + 1 };
        return new Listing(kept, owner, reasons, what, new Listed(today, times, deal.Course.ChangedAt, parkOn), AtStake.Of(deal, workspace, playbooks, team));
    }
}

/// <summary>A deal in a digest.</summary>
/// <param name="Deal">Settled, its revision counted up when the clock changed it.</param>
/// <param name="What">What the clock did to it.</param>
/// <param name="Listed">How it is listed by this.</param>
internal sealed record Listing(Deal Deal, Person Owner, IReadOnlyList<Reason> Reasons, IReadOnlyList<Happening> What, Listed Listed, AtStake Stakes)
{
    /// <summary>Its day is today; tomorrow it would be a put-off.</summary>
    public bool CannotWait => Reasons.Any(reason => reason is Reason.AskToday);
}
