using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Turns;

namespace LeadBot.Host.Turns;

/// <summary>Finds deals by loose name among those a person may change.</summary>
internal static class NamedDeals
{
    /// <summary>How many of them are offered.</summary>
    private const int Most = 5;

    /// <summary>Their own first, then those they cover today, then for a manager the team's; the best match of all wins.</summary>
    public static List<Deal> Of(WriteSession session, Workspace workspace, Person sender, string said, TurnNeeds needed, DateTimeOffset now)
    {
        var (first, anybodys) = (needed.NamedFirst, needed.Anybodys && workspace.IsAdmin(sender.Id));
        List<PersonId> owners = [sender.Id, .. People.CoveredBy(session, workspace.Id, sender.Id, now).Select(away => away.Id)];
        foreach (var trace in Names.Traces(said, first))
        {
            var candidates = owners.SelectMany(owner => Deals.Traced(session, workspace.Id, owner, trace))
                .Concat(OfOthers(session, workspace, sender, said, first, trace, anybodys))
                .DistinctBy(deal => deal.Id).ToList();
            List<string> names = [.. candidates.Select(deal => deal.Name)];
            var matches = first ? Names.MatchFirst(said, names) : Names.Match(said, names);
            if (matches.Count > 0)
            {
                return [.. matches.Take(Most).Select(at => Deals.Find(session, workspace.Id, candidates[at].Id)!)];
            }
        }

        return [];
    }

    private static IReadOnlyList<(DealId Id, string Name)> OfOthers(WriteSession session, Workspace workspace, Person sender, string said, bool first, string trace, bool anybodys) =>
        anybodys ? Deals.TracedOfAll(session, workspace.Id, Names.Beginning(said, first), trace)
        : !workspace.IsManager(sender.Id) ? []
        : sender.Team is { } team ? Deals.TracedOfTeam(session, workspace.Id, team, trace)
        : Deals.TracedOfAll(session, workspace.Id, Names.Beginning(said, first), trace);
}
