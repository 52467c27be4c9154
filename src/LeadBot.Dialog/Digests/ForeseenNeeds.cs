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
        workspace.HearsExceptions(manager.Id)
            ? [.. _raised.Values.Select(raised => Of(raised, manager, foresight, now)).OfType<RaisedNow>(), .. Left(manager, foresight, now)]
            : [];

    private IEnumerable<RaisedNow> Left(Person manager, Foresight foresight, DateTimeOffset now) =>
        from rep in foresight.People.Values
        where IsLookedAfter(rep.Person, manager)
        let told = _told.GetValueOrDefault((manager.Id, new Raised(Need.LeftStrungAlong, rep.Person.Id, null, now).About))
        let left = LeftStrungAlong.Of(rep.Person, rep.Unpressed, foresight.Left(rep.Person, now), told, now)
        where left is not null
        select left;

    private bool IsLookedAfter(Person rep, Person manager) =>
        rep.Id != manager.Id && (workspace.TeamHeardOf(manager) is not { } team || rep.Team == team);

    private RaisedNow? Of(Raised raised, Person manager, Foresight foresight, DateTimeOffset now)
    {
        var deal = raised.Deal is { } id ? foresight.Deals.GetValueOrDefault(id) : null;
        if ((raised.Deal is not null && deal?.Deal.State is not (DealState.Open or DealState.Parked))
            || !foresight.People.TryGetValue(deal?.Deal.Owner ?? raised.Rep, out var rep)
            || !IsLookedAfter(rep.Person, manager))
        {
            return null;
        }

        var waiting = deal is null ? foresight.Due(rep.Person, rep.Person, now).Take(MostWaiting).Select(due => due.Deal).ToList() : [];
        var more = deal is null ? foresight.CountDue(rep.Person.Id, now) - waiting.Count : 0;
        return new RaisedNow(raised, rep.Person, rep.Unpressed, deal, _told.GetValueOrDefault((manager.Id, raised.About)), waiting, more);
    }
}
