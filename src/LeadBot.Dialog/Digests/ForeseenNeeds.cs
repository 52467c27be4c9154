using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Digests;

/// <summary>What managers have to hear of, in a workspace that is looked ahead at.</summary>
internal sealed class ForeseenNeeds(Workspace workspace)
{
    /// <summary>Deals named of a rep who presses nothing.</summary>
    private const int MostWaiting = 3;

    private readonly Dictionary<string, Raised> _raised = [];
    private readonly Dictionary<(PersonId Manager, string About), Listed> _told = [];

    public void Raise(Raised raised) => _raised[raised.About] = raised;

    public void Tell(PersonId manager, string about, Listed told) => _told[(manager, about)] = told;

    /// <summary>The deals that a manager was told are strung along in vain.</summary>
    public IEnumerable<DealId> Seen() => _told.Keys.Select(told => _raised.GetValueOrDefault(told.About))
        .Where(raised => raised?.Need == Need.StrungAlongInVain).Select(raised => raised!.Deal).OfType<DealId>().Distinct();

    public IReadOnlyList<RaisedNow> For(Person manager, Foresight foresight, DateTimeOffset now) =>
        Oversight.Of(manager, workspace, foresight.Managers ?? foresight.People.Values.Select(to => to.Person)) is { } oversight
            ? [.. _raised.Values.Select(raised => Of(raised, oversight, foresight, now)).OfType<RaisedNow>(), .. Left(oversight, foresight, now), .. Gone(oversight, foresight, now)]
            : [];

    private IEnumerable<RaisedNow> Left(Oversight oversight, Foresight foresight, DateTimeOffset now) =>
        from rep in foresight.People.Values
        where oversight.Includes(rep.Person)
        let told = _told.GetValueOrDefault((oversight.By, new Raised(Need.LeftStrungAlong, rep.Person.Id, null, now).About))
        let left = LeftStrungAlong.Of(rep.Person, rep.Unpressed, foresight.Left(rep.Person, now), told, now)
        where left is not null
        select left;

    private IEnumerable<RaisedNow> Gone(Oversight oversight, Foresight foresight, DateTimeOffset now) =>
        from rep in foresight.Gone
        where oversight.Includes(rep)
        let told = _told.GetValueOrDefault((oversight.By, new Raised(Need.Gone, rep.Id, null, now).About))
        let gone = GoneRep.Of(rep, foresight.LiveOf(rep.Id), workspace, foresight.CalendarOf(rep), told, now)
        where gone is not null
        select gone;

    private RaisedNow? Of(Raised raised, Oversight oversight, Foresight foresight, DateTimeOffset now)
    {
        var deal = raised.Deal is { } id ? foresight.Deals.GetValueOrDefault(id) : null;
        if ((raised.Deal is not null && deal?.Deal.State is not (DealState.Open or DealState.Parked))
            || !foresight.People.TryGetValue(deal?.Deal.Owner ?? raised.Rep, out var rep)
            || !oversight.Includes(rep.Person))
        {
            return null;
        }

        var waiting = deal is null ? foresight.Due(rep.Person, rep.Person, now).Take(MostWaiting).Select(due => due.Deal).ToList() : [];
        var more = deal is null ? foresight.CountDue(rep.Person.Id, now) - waiting.Count : 0;
        return new RaisedNow(raised, rep.Person, rep.Unpressed, deal, _told.GetValueOrDefault((oversight.By, raised.About)), waiting, more);
    }
}
