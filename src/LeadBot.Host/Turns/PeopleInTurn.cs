using LeadBot.Dialog.Auditing;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Storage.Auditing;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Turns;

namespace LeadBot.Host.Turns;

/// <summary>The people a decision may have to name or ask: those whose name or id was said, owners of its deals, those a history names, and where roles may matter everybody with one and who covers for the sender.</summary>
internal static class PeopleInTurn
{
    /// <summary>How many of a loosely matching name are offered.</summary>
    private const int MostNamed = 5;

    /// <summary>Each once, the sender too; those named first, best match first.</summary>
    public static List<Person> Of(WriteSession session, Workspace workspace, Person sender, TurnNeeds needed, IReadOnlyList<Deal> deals, IReadOnlyList<DealEvent> history, IReadOnlyList<AuditLine> audit)
    {
        // Of one's own deals nobody is refused anything, so that nobody has to be named as the one who could.
        var roles = needed.Roles || deals.Any(deal => deal.Owner != sender.Id);
        List<PersonId> ids =
        [
            .. (needed.Person is { } said ? Named(session, workspace.Id, said).Prepend(new PersonId(said)) : [])
                .Concat(deals.Select(deal => deal.Owner))
                .Concat(history.Select(line => line.By).OfType<PersonId>())
                .Concat(history.SelectMany(line => line.What).OfType<Happening.Given>().Select(given => given.To))
                .Concat(audit.SelectMany(AuditBook.PeopleOf))
                .Concat(roles ? Roles(workspace) : [])
                .Concat(roles ? sender.Absences.Select(away => away.Cover).OfType<PersonId>() : [])
                .Distinct(),
        ];
        var found = People.Find(session, workspace.Id, [.. ids.Where(id => id != sender.Id)]);
        return [.. ids.Select(id => id == sender.Id ? sender : found.GetValueOrDefault(id)).OfType<Person>()];
    }

    private static IEnumerable<PersonId> Roles(Workspace workspace) =>
        (workspace.Admin is { } admin ? (PersonId[])[admin] : []).Concat(workspace.Admins).Concat(workspace.Managers);

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
