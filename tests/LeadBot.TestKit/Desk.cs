using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Incoming;
using LeadBot.Dialog.Understanding;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;

namespace LeadBot.TestKit;

/// <summary>Talks to the pure dialog as channels would, keeping in memory what the storage would keep.</summary>
public sealed class Desk
{
    private static readonly QuestionOrder Order = new(64);
    private readonly Talk _talk = new(Order);
    private readonly Dictionary<(string, PersonId), Person> _people = [];
    private readonly Dictionary<string, Conversation> _conversations = [];
    private readonly List<(string Place, Card Card)> _shown = [];
    private int _deals;

    public Desk(params IReadOnlyList<Playbook> playbooks)
    {
        var all = playbooks.Count == 0 ? [LoseFast.Playbook] : playbooks;
        Playbooks = new PlaybookShelf(all.ToDictionary(p => p.Id), all.ToDictionary(p => p.Hash));
    }

    public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public PlaybookShelf Playbooks { get; set; }

    public HolidayShelf Holidays { get; set; } = HolidayShelf.Empty;

    public Dictionary<DealId, Deal> Deals { get; } = [];

    public List<VerdictGiven> Verdicts { get; } = [];

    public List<CountedAnswer> Counted { get; } = [];

    public Workspace Workspace { get; set; } = new(new WorkspaceId("local"), null, null, new Dictionary<string, PlaybookId>(), null);

    /// <summary>Somebody who spoke before.</summary>
    public Person Person(string name) => _people[("local", new PersonId(name))];

    public Deal Deal(string name) => Deals.Values.Single(d => d.Name == name);

    public Conversation ConversationAt(Place place) => _conversations.GetValueOrDefault(place.Conversation, Conversation.New);

    public static Place Direct(string person = "dana") => new("test", new WorkspaceId("local"), $"direct-{person}", PlaceKind.Direct, null, "{}");

    public static Place Thread(string id = "1") => new("test", new WorkspaceId("local"), $"channel;messageid={id}", PlaceKind.Thread, "channel", "{}");

    public static Place GroupChat(string id = "1") => new("test", new WorkspaceId("local"), $"group-{id}", PlaceKind.GroupChat, null, "{}");

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

    private Decision Take(Said said, string name, Place? at)
    {
        var place = at ?? Direct(name);
        var id = new PersonId(name);
        var person = _people.GetValueOrDefault((place.Workspace.Value, id)) ?? new Person(id, place.Workspace, char.ToUpperInvariant(name[0]) + name[1..], "UTC");
        _people[(place.Workspace.Value, id)] = person;
        Workspace = Workspace.Admin is null ? Workspace with { Admin = id } : Workspace;
        var conversation = ConversationAt(place);
        var message = new IncomingMessage($"event-{_shown.Count}", place, new Sender(id, person.Name), said, Now);
        var needs = Talk.Needs(message, conversation);
        var own = Deals.Values.Where(d => d.Owner == id).ToList();
        var named = needs.Named is null ? [] : Names.Match(needs.Named, [.. own.Select(d => d.Name)]).Take(5).Select(i => own[i]).ToList();
        var decision = _talk.Decide(new TurnInput(
            message, Now, Workspace, person, conversation, needs.Deal is { } wanted ? Deals.GetValueOrDefault(wanted) : null, named, Playbooks,
            new DealId(new Guid(++_deals, 0, 0, new byte[8])), CountsShelf.Empty)
        {
            People = [.. PeopleFor(needs, person)],
            Holidays = Holidays,
        });
        Keep(place, decision, (place.Workspace.Value, id));
        return decision;
    }

    private IEnumerable<Person> PeopleFor(TurnNeeds needs, Person sender)
    {
        var all = _people.Values.ToList();
        var named = needs.Person is { } said ? all.Where(p => p.Id.Value == said).Concat(Names.Match(said, [.. all.Select(p => p.Name)]).Select(i => all[i])) : [];
        return named.Concat(all.Where(p => Workspace.IsAdmin(p.Id) || Workspace.IsManager(p.Id) || sender.Absences.Any(a => a.Cover == p.Id))).DistinctBy(p => p.Id);
    }

    private void Keep(Place place, Decision decision, (string, PersonId) who)
    {
        _conversations[place.Conversation] = decision.Conversation;
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

            Deals[deal.Id] = deal;
        }

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
        _shown.AddRange(decision.Say.Select(card => (place.Conversation, card)));
        if (decision.Redrawn is { } redrawn)
        {
            _shown.Add((place.Conversation, redrawn));
        }
    }
}
