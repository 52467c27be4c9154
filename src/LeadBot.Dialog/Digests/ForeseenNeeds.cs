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

    public IReadOnlyList<RaisedNow> For(Person manager, Foresight foresight, DateTimeOffset now) =>
        workspace.IsManager(manager.Id) ? [.. _raised.Values.Select(raised => Of(raised, manager, foresight, now)).OfType<RaisedNow>()] : [];

    private RaisedNow? Of(Raised raised, Person manager, Foresight foresight, DateTimeOffset now)
    {
        var deal = raised.Deal is { } id ? foresight.Deals.GetValueOrDefault(id) : null;
        if ((raised.Deal is not null && deal?.Deal.State is not (DealState.Open or DealState.Parked))
            || !foresight.People.TryGetValue(deal?.Deal.Owner ?? raised.Rep, out var rep)
            || rep.Person.Id == manager.Id
            || (manager.Team is not null && rep.Person.Team != manager.Team))
        {
            return null;
        }

        var waiting = deal is null ? foresight.Due(rep.Person, rep.Person, now).Take(MostWaiting).Select(due => due.Deal).ToList() : [];
        var more = deal is null ? foresight.CountDue(rep.Person.Id, now) - waiting.Count : 0;
        return new RaisedNow(raised, rep.Person, rep.Unpressed, deal, _told.GetValueOrDefault((manager.Id, raised.About)), waiting, more);
    }
}
