using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Turns;

namespace LeadBot.Host.Turns;

/// <summary>The people a decision may have to name or ask: those whose name or id was said, owners of its deals, those a history names, everybody with a role, and who covers for the sender.</summary>
internal static class PeopleInTurn
{
    /// <summary>How many of a loosely matching name are offered.</summary>
    private const int MostNamed = 5;

    /// <summary>Each once, the sender too; those named first, best match first.</summary>
    public static List<Person> Of(WriteSession session, Workspace workspace, Person sender, string? said, IEnumerable<Deal> deals, IReadOnlyList<DealEvent> history) =>
    [
        .. (said is null ? [] : Named(session, workspace.Id, said).Prepend(new PersonId(said)))
            .Concat(deals.Select(deal => deal.Owner))
            .Concat(history.Select(line => line.By).OfType<PersonId>())
            .Concat(history.SelectMany(line => line.What).OfType<Happening.Given>().Select(given => given.To))
            .Concat(workspace.Admin is { } admin ? [admin] : [])
            .Concat(workspace.Admins)
            .Concat(workspace.Managers)
            .Concat(sender.Absences.Select(away => away.Cover).OfType<PersonId>())
            .Distinct()
            .Select(id => id == sender.Id ? sender : People.Find(session, workspace.Id, id))
            .OfType<Person>(),
    ];

    private static IEnumerable<PersonId> Named(WriteSession session, WorkspaceId workspace, string said)
    {
        foreach (var trace in Names.Traces(said))
        {
            var candidates = People.Traced(session, workspace, trace);
            var matches = Names.Match(said, [.. candidates.Select(person => person.Name)]);
            if (matches.Count > 0)
            {
                return matches.Take(MostNamed).Select(at => candidates[at].Id);
            }
        }

        return [];
    }
}
