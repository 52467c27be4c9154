using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.Dialog.Understanding;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Qualification;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Turns;

namespace LeadBot.Host.Turns;

/// <summary>Loads what a decision may look at, inside the turn's own transaction.</summary>
public sealed class TurnLoader(StoredPlaybooks playbooks, AnswerCountBook counts)
{
    /// <summary>How many deals of a loosely matching name are offered.</summary>
    private const int MostNamed = 5;

    /// <summary>Loads it; a workspace or person seen for the first time is made.</summary>
    public LoadedTurn Load(WriteSession session, IncomingMessage message, Func<IncomingMessage, Conversation, TurnNeeds> needs, TimeProvider clock)
    {
        var id = message.Place.Workspace;
        var now = clock.GetUtcNow();
        var knownWorkspace = Workspaces.Find(session, id);
        var workspace = FirstSeen.Workspace(knownWorkspace, id, message.From);
        var knownPerson = People.Find(session, id, message.From.Id);
        var person = FirstSeen.Person(knownPerson, id, message.From, clock);
        var conversation = Conversations.At(session, message.Place);

        var needed = needs(message, conversation);
        var deal = needed.Deal is { } wanted ? Deals.Find(session, id, wanted) : null;
        var named = needed.Named is { } name ? Named(session, id, person.Id, name, needed.NamedFirst) : [];
        var deals = deal is null ? named : named.Append(deal);
        var days = counts.Of(session, id, person.Today(now), deals.Select(d => d.Qualification?.Terms.CountsOf).OfType<DateOnly>());
        var input = new TurnInput(
            message,
            now,
            workspace,
            person,
            conversation,
            deal,
            named,
            playbooks.For(session, id, deals),
            new DealId(Guid.CreateVersion7(now)),
            days);
        return new LoadedTurn(input, person != knownPerson, workspace != knownWorkspace);
    }

    private static List<Deal> Named(WriteSession session, WorkspaceId workspace, PersonId owner, string said, bool first)
    {
        var deals = Deals.NamesOf(session, workspace, owner);
        List<string> names = [.. deals.Select(deal => deal.Name)];
        return
        [
            .. (first ? Names.MatchFirst(said, names) : Names.Match(said, names))
                .Take(MostNamed)
                .Select(at => Deals.Find(session, workspace, deals[at].Id))
                .OfType<Deal>(),
        ];
    }
}
