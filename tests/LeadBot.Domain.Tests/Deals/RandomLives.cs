using CsCheck;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Staleness;
using LeadBot.Domain.Tests.Staleness;

namespace LeadBot.Domain.Tests.Deals;

/// <summary>What can be done to an open or parked deal.</summary>
internal enum Deed
{
    Progress,
    PutOff,
    NoContact,
    Plan,
    AskOn,
    Park,
    Reopen,
    SetAside,
}

/// <summary>One thing done to a deal.</summary>
/// <param name="Gap">Days since the one before.</param>
/// <param name="Ahead">For a step, an ask-day, parking: how many days ahead.</param>
internal sealed record Done(Deed Deed, int Gap, int Ahead);

/// <summary>A deal's whole life and the calendar it is lived on.</summary>
internal sealed record Life(WorkCalendar Calendar, SilenceRules Rules, IReadOnlyList<Done> Deeds)
{
    public static readonly Gen<Life> Any = Gen.Select(
        RandomCalendars.Calendar,
        Gen.Select(Gen.Int[1, 20], Gen.Int[1, 5], (limit, putOffs) => new SilenceRules(limit, putOffs)),
        Gen.Select(Gen.Enum<Deed>(), Gen.Int[0, 12], Gen.Int[0, 25], (deed, gap, ahead) => new Done(deed, gap, ahead)).List[0, 14],
        (calendar, rules, deeds) => new Life(calendar, rules, deeds));

    public static Deal Started(DateOnly on) => new(new DealId(Guid.Empty), new WorkspaceId("w"), new PersonId("p"), "Acme", DealState.Open, 1, Story.Noon(on))
    {
        Course = Course.StartingOn(on, Story.Noon(on)),
    };

    /// <summary>Null where it makes no sense: an open deal is not reopened, a parked one plans nothing.</summary>
    public DealChange? Do(Deal deal, Done done, DateOnly today)
    {
        var at = Story.Noon(today);
        return (done.Deed, deal.State) switch
        {
            (Deed.Progress, _) => Living.Log(deal, new Touch(TouchKind.Progress, 1, null), at, today, Calendar),
            (Deed.PutOff, _) => Living.Log(deal, new Touch(TouchKind.PutOff, 1, null), at, today, Calendar),
            (Deed.NoContact, _) => Living.Log(deal, new Touch(TouchKind.NoContact, 1, null), at, today, Calendar),
            (Deed.Plan, DealState.Open) => Living.Plan(deal, "call", today.AddDays(done.Ahead), at, today, Calendar, Rules),
            (Deed.AskOn, DealState.Open) => Living.AskOn(deal, today.AddDays(done.Ahead), at, today),
            (Deed.Park, _) => Living.Park(deal, today.AddDays(done.Ahead + 1), at),
            (Deed.Reopen, DealState.Parked) => Living.Reopen(deal, at, today),
            (Deed.SetAside, DealState.Open) => Living.SetAside(deal, today.AddDays(done.Ahead + 1), at),
            _ => null,
        };
    }

    public Deal Settled(Deal deal, DateOnly today) => Living.Settle(deal, Story.Noon(today), today, Calendar, Rules)?.Deal ?? deal;

    /// <summary>Each deed with the settled deal before and the deal after it, and its day.</summary>
    public IEnumerable<(Done Done, Deal Before, Deal After, DateOnly Today)> Lived()
    {
        var (deal, today) = (Started(RandomCalendars.Start), RandomCalendars.Start);
        foreach (var done in Deeds)
        {
            today = today.AddDays(done.Gap);
            var before = Settled(deal, today);
            deal = Do(before, done, today)?.Deal ?? before;
            yield return (done, before, deal, today);
        }
    }
}
