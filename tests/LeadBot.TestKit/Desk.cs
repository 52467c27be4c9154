using LeadBot.Dialog.Auditing;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;
using LeadBot.Dialog.Incoming;
using LeadBot.Dialog.Understanding;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;
using LeadBot.Domain.Staleness;

namespace LeadBot.TestKit;

/// <summary>Talks to the pure dialog as channels would, keeping in memory what the storage would keep.</summary>
public sealed class Desk
{
    private static readonly QuestionOrder Order = new(64);
    private readonly Talk _talk = new(Order);
    private readonly Dictionary<(string, PersonId), Person> _people = [];
    private readonly Dictionary<string, Conversation> _conversations = [];
    private readonly List<(string Place, Card Card)> _shown = [];
    private readonly List<Kept> _kept = [];
    private readonly Dictionary<DealId, Listed> _listed = [];
    private readonly Dictionary<(PersonId, DateOnly), IReadOnlyList<DealId>> _digests = [];
    private int _deals;
    private int _events;

    public Desk(params IReadOnlyList<Playbook> playbooks)
    {
        var all = playbooks.Count == 0 ? [LoseFast.Playbook] : playbooks;
        Playbooks = new PlaybookShelf(all.ToDictionary(p => p.Id), all.ToDictionary(p => p.Hash));
    }

    public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public PlaybookShelf Playbooks { get; set; }

    public DeliveryStatus? Status { get; set; }

    /// <summary>The audit log, newest first.</summary>
    public IReadOnlyList<AuditLine> Audit { get; set; } = [];

    public HolidayShelf Holidays { get; set; } = HolidayShelf.Empty;

    public Dictionary<DealId, Deal> Deals { get; } = [];

    public List<VerdictGiven> Verdicts { get; } = [];

    public List<CountedAnswer> Counted { get; } = [];

    /// <summary>What became of the workspace's deals so far.</summary>
    public TeamRecord Team { get; set; } = TeamRecord.None;

    /// <summary>What was told to people directly, and posted in channels.</summary>
    public List<Telling> Told { get; } = [];

    public List<ChannelPost> Posted { get; } = [];

    public Workspace Workspace { get; set; } = new(new WorkspaceId("local"), null, null, new Dictionary<string, PlaybookId>(), null);

    /// <summary>Somebody who spoke before.</summary>
    public Person Person(string name) => _people[("local", new PersonId(name))];

    public Deal Deal(string name) => Deals.Values.Single(d => d.Name == name);

    /// <summary>Every line of a deal's history, oldest first.</summary>
    public IReadOnlyList<DealEvent> History(DealId deal) => [.. _kept.SelectMany(k => k.Lines).Where(line => line.Event.Deal == deal).Select(line => line.Event)];

    /// <summary>Sets what somebody set for themselves.</summary>
    public void Person(string name, Func<Person, Person> change) => _people[(Workspace.Id.Value, new PersonId(name))] = change(Known(name, Workspace.Id));

    /// <summary>A deal that came from elsewhere, not qualified.</summary>
    public Deal Has(string name, string owner = "dana", Func<Deal, Deal>? change = null)
    {
        var id = new DealId(new Guid(++_deals, 0, 0, new byte[8]));
        var today = DateOnly.FromDateTime(Now.UtcDateTime);
        var deal = new Deal(id, Workspace.Id, new PersonId(owner), name, DealState.Open, 1, Now, Course: Course.StartingOn(today, Now));
        return Deals[id] = change is null ? deal : change(deal);
    }

    public Conversation ConversationAt(Place place) => _conversations.GetValueOrDefault(place.Conversation, Conversation.New);

    public static Place Direct(string person = "dana") => new("test", new WorkspaceId("local"), $"direct-{person}", PlaceKind.Direct, null, "{}");

    public static Place Thread(string id = "1") => new("test", new WorkspaceId("local"), $"channel;messageid={id}", PlaceKind.Thread, "channel", "{}", "{}");

    public static Place GroupChat(string id = "1") => new("test", new WorkspaceId("local"), $"group-{id}", PlaceKind.GroupChat, null, "{}");

    /// <summary>Where the channel opens forms and whispers; the direct conversation is the same as everywhere.</summary>
    public static Place Slack(PlaceKind kind, string person = "dana", string id = "1") => kind switch
    {
        PlaceKind.Thread => new("slack", new WorkspaceId("local"), $"C1:{id}", kind, "channel", "{}", "{}"),
        PlaceKind.Ephemeral => new("slack", new WorkspaceId("local"), $"C1:only:{person}", kind, "channel", "{}"),
        PlaceKind.Home => new("slack", new WorkspaceId("local"), $"home:{person}", kind, null, "{}"),
        _ => Direct(person) with { Channel = "slack" },
    };

    /// <summary>What a manager's own page shows as needing them.</summary>
    public IReadOnlyList<RaisedNow> Exceptions { get; set; } = [];

    public Decision OpenHome(string person = "dana") => Take(new Said.HomeOpened(), person, Slack(PlaceKind.Home, person));

    public Decision Type(string text, string person = "dana", Place? place = null) => Take(new Said.Typed(text), person, place);

    public Decision Arrive(string person = "dana", Place? place = null) => Take(new Said.Arrived(), person, place);

    /// <summary>Presses the newest button of that label in the place.</summary>
    /// <param name="deal">The name of the deal it is about, where several deals have such a button.</param>
    public Decision Press(string label, string person = "dana", Place? place = null, bool canRedraw = false, string? deal = null)
    {
        var where = (place ?? Direct(person)).Conversation;
        var about = deal is null ? null : Deal(deal).Id.ToString();
        var button = _shown.Where(s => s.Place == where).SelectMany(s => s.Card.AllButtons).LastOrDefault(b => b.Label == label && (about is null || b.Data.GetValueOrDefault(ButtonFields.Deal) == about))
            ?? throw new InvalidOperationException($"No button \"{label}\" was shown. The last ones: {string.Join(", ", _shown.LastOrDefault().Card?.AllButtons.Select(b => b.Label) ?? [])}");
        return Press(button, person, place, canRedraw);
    }

    /// <summary>Every card shown so far, in order.</summary>
    public IEnumerable<Card> Shown => _shown.Select(s => s.Card);

    public Decision Press(Button button, string person = "dana", Place? place = null, bool canRedraw = false, params ReadOnlySpan<(string Name, string Value)> filledIn)
    {
        var fields = new Dictionary<string, string>(button.Data);
        foreach (var (name, value) in filledIn)
        {
            fields[name] = value;
        }

        return Take(new Said.Pressed(button.Action, fields, canRedraw), person, place);
    }

    /// <summary>Somebody's digest, as the sweep makes and keeps it; shown in their direct conversation.</summary>
    public DigestDecision Morning(string name = "dana")
    {
        var person = _people[(Workspace.Id.Value, new PersonId(name))] = Known(name, Workspace.Id);
        var own = Deals.Values.Where(d => d.Owner == person.Id && d.State is DealState.Open or DealState.Parked).Select(Due);
        var decision = Digest.Compose(new DigestInput(Now, Workspace, person, 0, null, [.. own], [], [], Playbooks, Holidays, Team));
        foreach (var change in decision.Changes)
        {
            _kept.Add(new Kept(null, Now, [new Line(new DealEvent(change.Deal.Id, change.Deal.Revision, Now, null, null, change.What), Deals[change.Deal.Id])]));
            Deals[change.Deal.Id] = change.Deal;
        }

        foreach (var (deal, listed) in decision.Listings)
        {
            _listed[deal] = listed;
        }

        _digests[(person.Id, person.Today(Now))] = [.. decision.Listings.Select(listing => listing.Deal)];
        if (decision.Digest is { } card)
        {
            _shown.Add((Direct(name).Conversation, card));
        }

        return decision;
    }

    private DueDeal Due(Deal deal) => new(deal, _listed.GetValueOrDefault(deal.Id));

    private Decision Take(Said said, string name, Place? at)
    {
        var place = at ?? Direct(name);
        var id = new PersonId(name);
        var known = Known(name, place.Workspace);
        var person = _people[(place.Workspace.Value, id)] = place.TeamChannel is { } channel && Workspace.Channels.ContainsKey(channel) ? known with { Team = channel } : known;
        Workspace = Workspace.Admin is null && place.Workspace == Workspace.Id ? Workspace with { Admin = id } : Workspace;
        var conversation = ConversationAt(place);
        var message = new IncomingMessage($"event-{_events++}", place, new Sender(id, person.Name), said, Now)
        {
            CanOpenForm = place.Channel == "slack" && said is Said.Pressed,
            CanWhisper = place is { Channel: "slack", Kind: PlaceKind.Thread },
        };
        var needs = Talk.Needs(message, conversation);
        var deal = needs.Deal is { } wanted ? Deals.GetValueOrDefault(wanted) : null;
        var named = Named(needs, person);
        var last = needs.LastChange ? LastChange(id) : null;
        List<DealEvent> history = needs.History ? [.. (deal is null ? named : [deal, .. named]).DistinctBy(d => d.Id).SelectMany(d => History(d.Id).Reverse().Take(50))] : [];
        var decision = _talk.Decide(new TurnInput(
            message, Now, Workspace, person, conversation, deal, named, Playbooks, new DealId(new Guid(++_deals, 0, 0, new byte[8])), CountsShelf.Empty)
        {
            Team = Team,
            Holidays = Holidays,
            People = [.. PeopleFor(needs, person, [.. deal is null ? named : [deal, .. named], .. last?.Deals.SelectMany(d => new[] { d.Now, d.Before }).OfType<Deal>() ?? []], history)],
            Mine = needs.Mine ? [.. Deals.Values.Where(d => d.Owner == id && d.State is DealState.Open or DealState.Parked).OrderBy(d => d.Course.ChangedAt).Take(TurnNeeds.MostMine)] : [],
            History = history,
            LastChange = last,
            Reminders = needs.Reminders && Foreseeing.MayLook(person, Workspace) ? Ahead.Of(this, person, [.. _people.Values], Due) : null,
            Status = needs.Status ? Status : null,
            Owned = needs.Owned ? Deals.Values.GroupBy(d => d.Owner).ToDictionary(d => d.Key, d => d.Count()) : new Dictionary<PersonId, int>(),
            Audit = needs.Audit && Workspace.IsAdmin(id) ? [.. Audit.Where(line => line.Id < (needs.AuditBefore ?? long.MaxValue)).Take(TurnNeeds.MostAudited + 1)] : [],
            Home = needs.Home ? Home(id) : null,
            Digest = needs.Digest is { } day ? [.. _digests.GetValueOrDefault((id, day), []).Select(listed => Due(Deals[listed]))] : [],
        });
        Keep(place, decision, message, (place.Workspace.Value, id));
        return decision;
    }

    private HomeInput Home(PersonId person)
    {
        var lost = Deals.Values.Where(d => d.Owner == person && d.Lost?.At > Now.AddDays(-HomeInput.FreedDays)).ToList();
        return new HomeInput(_conversations.GetValueOrDefault(Direct(person.Value).Conversation), lost.Count, lost.Sum(d => d.Lost!.HoursFreed), Workspace.MayHearExceptions(person) ? Exceptions : []);
    }

    private Person Known(string name, WorkspaceId workspace) =>
        _people.GetValueOrDefault((workspace.Value, new PersonId(name))) ?? new Person(new PersonId(name), workspace, char.ToUpperInvariant(name[0]) + name[1..], "UTC");

    private List<Deal> Named(TurnNeeds needs, Person person)
    {
        if (needs.Named is not { } said)
        {
            return [];
        }

        var theirs = Deals.Values
            .Where(d => needs.Anybodys && Workspace.IsAdmin(person.Id) || Allowed.ToChange(d, _people.GetValueOrDefault((d.Workspace.Value, d.Owner)), person, Workspace, Now))
            .OrderBy(d => d.Owner == person.Id ? 0 : 1).ToList();
        List<string> names = [.. theirs.Select(d => d.Name)];
        return [.. (needs.NamedFirst ? Names.MatchFirst(said, names) : Names.Match(said, names)).Take(5).Select(i => theirs[i])];
    }

    private IEnumerable<Person> PeopleFor(TurnNeeds needs, Person sender, IReadOnlyList<Deal> deals, IReadOnlyList<DealEvent> history)
    {
        var all = _people.Values.Where(p => p.Workspace == sender.Workspace).ToList();
        var named = needs.Person is { } said ? all.Where(p => p.Id.Value == said).Concat(Names.Match(said, [.. all.Select(p => p.Name)]).Select(i => all[i])) : [];
        var roles = needs.Roles || deals.Any(d => d.Owner != sender.Id);
        var others = all.Where(p => needs.Audit || deals.Any(d => d.Owner == p.Id) || history.Any(line => line.By == p.Id || line.What.OfType<Happening.Given>().Any(g => g.To == p.Id)) || roles && (Workspace.IsAdmin(p.Id) || Workspace.IsManager(p.Id) || sender.Absences.Any(a => a.Cover == p.Id)));
        return named.Concat(others).DistinctBy(p => p.Id);
    }

    /// <summary>The person's newest change of the last day that is not taken back.</summary>
    private UndoableChange? LastChange(PersonId person) => _kept
        .Where(k => k.By == person && Now - k.At <= TimeSpan.FromDays(1) && k.Lines.Any(line => !line.Undone && !line.Event.What.Any(w => w is Happening.Undone)))
        .Select(k => new UndoableChange(k.At, [.. k.Lines.Where(line => !line.Undone).Select(line => new UndoableDeal(
            line.Before, Deals[line.Event.Deal], line.Event.Revision, line.Event.What, Since(line.Event)))]))
        .LastOrDefault();

    private DealEvent? Since(DealEvent changed) => _kept.SelectMany(k => k.Lines)
        .LastOrDefault(line => line.Event.Deal == changed.Deal && line.Event.Revision > changed.Revision && !line.Undone && !line.Event.What.Any(w => w is Happening.Undone))?.Event;

    private void Keep(Place place, Decision decision, IncomingMessage message, (string, PersonId Id) who)
    {
        _conversations[place.Conversation] = decision.Conversation;
        var lines = new List<Line>();
        foreach (var (deal, what) in decision.Changes)
        {
            if (what.Count == 0)
            {
                throw new InvalidOperationException("A change without a line for the history.");
            }

            var before = Deals.GetValueOrDefault(deal.Id)?.Revision ?? 0;
            if (deal.Revision != before + 1)
            {
                throw new InvalidOperationException($"Revision {deal.Revision} after {before}.");
            }

            foreach (var undone in what.OfType<Happening.Undone>())
            {
                _kept.SelectMany(k => k.Lines).Single(line => line.Event.Deal == deal.Id && line.Event.Revision == undone.Revision).Undone = true;
            }

            lines.Add(new Line(new DealEvent(deal.Id, deal.Revision, Now, who.Id, message.EventKey, what), Deals.GetValueOrDefault(deal.Id)));
            Deals[deal.Id] = deal;
        }

        if (lines.Count > 0)
        {
            _kept.Add(new Kept(who.Id, Now, lines));
        }

        Forget(decision.Forget);
        Told.AddRange(decision.Tell);
        Posted.AddRange(decision.Post);
        Workspace = decision.Workspace ?? Workspace;
        if (decision.Person is { } person)
        {
            _people[who] = person;
        }

        if (decision.Verdict is { } verdict)
        {
            Verdicts.Add(verdict);
        }

        Counted.AddRange(decision.Counted);
        Counted.RemoveAll(decision.Uncounted.Contains);
        // What is pressed on a page is done in the direct conversation.
        var shownIn = place.Kind == PlaceKind.Home ? Direct(who.Id.Value).Conversation : place.Conversation;
        _shown.AddRange(decision.Say.Select(card => (shownIn, card)));
        _shown.AddRange(decision.Tell.Select(told => (Direct(told.To.Value).Conversation, told.Card)));
        _shown.AddRange(((Card?[])[decision.Redrawn, decision.Form]).OfType<Card>().Select(card => (place.Conversation, card)));
    }

    private void Forget(Forgotten? what)
    {
        var gone = what switch
        {
            Forgotten.Deal deal => [deal.Id],
            Forgotten.Person person => [.. Deals.Values.Where(d => d.Owner == person.Id).Select(d => d.Id)],
            _ => new List<DealId>(),
        };
        foreach (var (place, conversation) in _conversations.Where(c => c.Value.Deal is { } about && gone.Contains(about)).ToList())
        {
            _conversations[place] = conversation with { Deal = null, Waiting = new Waiting.Nothing() };
        }

        gone.ForEach(deal => Deals.Remove(deal));
        _kept.RemoveAll(k => k.Lines.Any(line => gone.Contains(line.Event.Deal)));
        if (what is Forgotten.Person { Id: var id })
        {
            _people.Remove((Workspace.Id.Value, id));
        }
    }

    /// <summary>What one message changed.</summary>
    private sealed record Kept(PersonId? By, DateTimeOffset At, IReadOnlyList<Line> Lines);

    private sealed record Line(DealEvent Event, Deal? Before)
    {
        public bool Undone { get; set; }
    }
}
