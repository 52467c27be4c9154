using LeadBot.Dialog.Auditing;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Storage.Auditing;
using LeadBot.Storage.Delivering;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Installing;
using LeadBot.Storage.Reminding;
using LeadBot.Storage.Turns;

namespace LeadBot.Host.Turns;

/// <summary>Loads what a decision may look at, inside the turn's own transaction.</summary>
public sealed class TurnLoader(StoredPlaybooks playbooks, AnswerCountBook counts, TeamRecords teams, HolidayShelf holidays)
{
    /// <summary>How many lines of a deal's history are shown.</summary>
    private const int MostLines = 50;

    /// <summary>Loads it; a workspace or person seen for the first time is made.</summary>
    /// <param name="needingThem">What a manager's own page shows of others; null: not read yet.</param>
    /// <exception cref="NeedsNotReadException">It is wanted, and was not read yet.</exception>
    public LoadedTurn Load(
        WriteSession session, IncomingMessage message, SenderRows sender, Func<IncomingMessage, Conversation, TurnNeeds> needs, TimeProvider clock, IReadOnlyList<RaisedNow>? needingThem = null)
    {
        var id = message.Place.Workspace;
        var now = clock.GetUtcNow();
        var knownWorkspace = sender.Workspace.First;
        var workspace = FirstSeen.Workspace(knownWorkspace, id, message, person => message.Place.Organisation is { } whole && Installations.IsInstaller(session, whole, person));
        var known = sender.Person.First;
        var person = FirstSeen.Person(known?.Person, workspace, message, clock);
        var (row, conversation) = sender.Conversation.First is { } before ? (before.Id, before.Conversation) : ((long?)null, Conversation.New);

        var needed = needs(message, conversation);
        var listing = needed.Deal is not { } wanted ? null : sender.Deal.First is { } there && there.Deal.Id == wanted ? there : DueDeals.Find(session, id, wanted);
        var deal = listing?.Deal;
        var named = needed.Named is { } name ? NamedDeals.Of(session, workspace, person, name, needed, now) : [];
        var mine = needed.Mine ? Deals.LiveOf(session, id, person.Id, TurnNeeds.MostMine) : [];
        var last = needed.LastChange ? History.LastOf(session, id, person.Id, now) : null;
        IReadOnlyList<Deal> deals = deal is null ? named : [deal, .. named.Where(d => d.Id != deal.Id)];
        var listed = needed.Digest is { } day ? SentDigests.DealsOf(session, id, person.Id, day) : [];
        var home = needed.Home ? HomePages.Of(session, workspace, person, known?.Reach.Direct, needingThem ?? NeedingNobody(workspace, person, now), now) : null;
        List<Deal> all = [.. deals, .. mine, .. last?.Deals.SelectMany(d => new[] { d.Now, d.Before }).OfType<Deal>() ?? [], .. listed.Select(d => d.Deal), .. home?.Exceptions.Select(e => e.Deal?.Deal).OfType<Deal>() ?? []];
        IReadOnlyList<DealEvent> history = needed.History ? [.. deals.SelectMany(d => History.Of(session, id, d.Id, MostLines))] : [];
        var days = counts.Of(session, id, person.Today(now), deals.Select(d => d.Qualification?.Terms.CountsOf).OfType<DateOnly>());
        IReadOnlyList<AuditLine> audit = needed.Audit && workspace.IsAdmin(person.Id) ? AuditBook.Page(session, id, needed.AuditBefore, TurnNeeds.MostAudited + 1) : [];
        var people = PeopleInTurn.Of(session, workspace, person, needed, all, history, audit);
        var input = new TurnInput(
            message,
            now,
            workspace,
            person,
            conversation,
            deal,
            named,
            playbooks.For(session, id, all),
            new DealId(Guid.CreateVersion7(now)),
            days)
        {
            Team = teams.Of(session, id, now),
            Holidays = holidays,
            People = people,
            Owned = needed.Owned ? people.ToDictionary(known => known.Id, known => Deals.CountOf(session, id, known.Id)) : new Dictionary<PersonId, int>(),
            Audit = audit,
            Mine = mine,
            History = history,
            LastChange = last,
            Digest = listed,
            Home = home,
            Reminders = needed.Reminders && Foreseeing.MayLook(person, workspace) ? Foresee(session, workspace, person, now) : null,
            Status = needed.Status ? DeliveryStatuses.Of(session, id, now) : null,
        };
        return new LoadedTurn(input, known?.Person, knownWorkspace, known?.Reach ?? Reach.Unknown, row, listing);
    }

    private IReadOnlyList<RaisedNow> NeedingNobody(Workspace workspace, Person person, DateTimeOffset now) =>
        workspace.MayHearExceptions(person.Id) ? throw new NeedsNotReadException(session => ManagersNeeds.Of(session, person, workspace, holidays, now, ManagersNeeds.FewReps)) : [];

    private IReadOnlyList<ReminderLine>? Foresee(WriteSession session, Workspace workspace, Person person, DateTimeOffset now)
    {
        var (team, until) = (workspace.TeamHeardOf(person), now.AddDays(TurnNeeds.ReminderDays));
        return Foresights.IsQuick(session, workspace.Id, team, until)
            ? [.. Foresights.Of(session, workspace, team, playbooks, holidays, teams.Of(session, workspace.Id, now), now, until).Lines(until)]
            : null;
    }
}
