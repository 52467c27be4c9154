using System.Globalization;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;
using LeadBot.Domain.Staleness;

namespace LeadBot.Dialog.Conversations;

/// <summary>
/// One turn's input and what follows from it, and the ways to answer. Immutable; a changed deal is a new scene. A deal is
/// settled by the clock before anything else. What the clock did is kept with the next change a person makes, or by the
/// daily sweep; a deal that is only shown is not written, so that nobody's "undo" takes back a lapsed step.
/// </summary>
internal sealed record Scene
{
    private Scene(TurnInput input, QuestionOrder order)
    {
        Input = input;
        Order = order;
        Today = input.Person.Today(input.Now);
    }

    public TurnInput Input { get; init; }

    public QuestionOrder Order { get; }

    /// <summary>The deal talked about, settled by the clock and with the changes of this turn; null when there is none.</summary>
    public Deal? Deal { get; private init; }

    /// <summary>The deal as it is stored; null while it is new.</summary>
    public Deal? Stored { get; private init; }

    /// <summary>What happened to it in this turn, by the clock first.</summary>
    public IReadOnlyList<Happening> What { get; private init; } = [];

    /// <summary>The person changed the deal in this turn.</summary>
    public bool Changed { get; private init; }

    public Conversation Conversation => Input.Conversation;

    public Person Person => Input.Person;

    /// <summary>The person's own day.</summary>
    public DateOnly Today { get; }

    /// <summary>Whose deal it is, as far as they are known; the person themselves without a deal.</summary>
    public Person Owner => OwnerOf(Deal);

    /// <summary>The owner's own day: what the deal's days are counted in.</summary>
    public DateOnly OwnersToday => Owner.Today(Input.Now);

    /// <summary>The owner's working days.</summary>
    public WorkCalendar Calendar => Input.Holidays.For(Input.Workspace, Owner);

    /// <summary>What the deal's silence is held against.</summary>
    public SilenceRules Rules => Input.Workspace.RulesFor(Deal?.Stage);

    /// <summary>How the deal stands today.</summary>
    public Domain.Staleness.Standing Standing => Silence.Of(Deal!, OwnersToday, Calendar, Rules);

    public AmountLanguage Language => Person.Amounts;

    public Said.Pressed? Press => Input.Message.Said as Said.Pressed;

    public PlaceKind Kind => Input.Message.Place.Kind;

    /// <summary>The very text the deal's qualification was started with.</summary>
    public Playbook? Playbook =>
        Deal?.Qualification is { } qualification ? Input.Playbooks.ByHash.GetValueOrDefault(qualification.Playbook) : null;

    /// <summary>The workspace's answer counts as frozen when the qualification started.</summary>
    public AnswerCounts Counts =>
        Deal?.Qualification is { } qualification ? Input.CountsByDay.Of(qualification.PlaybookId, qualification.Terms.CountsOf) : AnswerCounts.None;

    /// <summary>What the deal's qualification comes to on its owner's day; null without one.</summary>
    public Qualifying? Qualifying =>
        Deal is { Qualification: { } qualification } deal && Playbook is { } playbook
            ? new Qualifying(deal, qualification, playbook, OwnersToday)
            : null;

    /// <summary>The scene of a turn, about the deal that was loaded.</summary>
    public static Scene Of(TurnInput input, QuestionOrder order)
    {
        var scene = new Scene(input, order);
        return input.Deal is { } deal ? scene.About(deal) : scene;
    }

    /// <summary>The same scene about another stored deal.</summary>
    public Scene About(Deal deal)
    {
        var owner = OwnerOf(deal);
        var settled = Living.Settle(deal, Input.Now, owner.Today(Input.Now), Input.Holidays.For(Input.Workspace, owner), Input.Workspace.RulesFor(deal.Stage));
        return this with { Deal = settled?.Deal ?? deal, Stored = deal, What = settled?.What ?? [], Changed = false };
    }

    /// <summary>The same scene about a deal that this turn creates.</summary>
    public Scene AboutNew(Deal deal) => this with { Deal = deal, Stored = null, What = [], Changed = true };

    /// <summary>The same scene about a deal as it was before a change that is taken back.</summary>
    public Scene Restored(UndoableDeal undone) => this with
    {
        Deal = undone.Before! with { Revision = undone.Now.Revision + 1 },
        Stored = undone.Now,
        What = [new Happening.Undone(undone.Changed)],
        Changed = true,
    };

    /// <summary>The same scene about no deal.</summary>
    public Scene AboutNone() => this with { Deal = null, Stored = null, What = [], Changed = false, Input = Input with { Conversation = Conversation with { Deal = null, Waiting = new Waiting.Nothing() } } };

    /// <summary>The same scene with something else waited for.</summary>
    public Scene WaitingFor(Waiting waiting) => this with { Input = Input with { Conversation = Conversation with { Waiting = waiting } } };

    /// <summary>The person of that id, when they were loaded.</summary>
    public Person? Find(PersonId id) => id == Person.Id ? Person : Input.People.FirstOrDefault(p => p.Id == id);

    /// <summary>The conversation turns to the deal of this scene: what was waited for belonged to another.</summary>
    public Scene Turning() => this with { Input = Input with { Conversation = Conversation with { Deal = Deal!.Id, Waiting = new Waiting.Nothing() } } };

    /// <summary>The deal with a change; its revision counts up once a turn.</summary>
    /// <param name="what">What happened, for its history.</param>
    public Scene Change(Deal deal, params IReadOnlyList<Happening> what) =>
        this with { Deal = deal with { Revision = (Stored?.Revision ?? 0) + 1 }, What = [.. What, .. what], Changed = true };

    /// <summary>The deal with a change the rules made of it.</summary>
    public Scene Change(DealChange change) => Change(change.Deal, change.What);

    /// <summary>The deal with a change of its qualification.</summary>
    public Scene Change(DealQualification qualification, params IReadOnlyList<Happening> what) => Change(Deal! with { Qualification = qualification }, what);

    /// <summary>Says <paramref name="cards"/>, waits for <paramref name="waiting"/>, and keeps what changed.</summary>
    public Decision Say(Waiting waiting, params IReadOnlyList<Card> cards) =>
        new(Conversation with { Deal = Deal?.Id ?? Conversation.Deal, Waiting = waiting, Welcomed = true, LastHeard = Input.Now }, cards)
        {
            Changes = Changed ? [new DealChange(Deal!, What)] : [],
        };

    /// <summary>Says <paramref name="cards"/> and goes on waiting for what was waited for.</summary>
    public Decision Say(params IReadOnlyList<Card> cards) => Say(Conversation.Waiting, cards);

    /// <summary>Shows <paramref name="card"/> in place of the pressed one where the channel can, as a new one elsewhere.</summary>
    public Decision Show(Waiting waiting, Card card) =>
        Press is { CanRedraw: true } ? Say(waiting) with { Redrawn = card } : Say(waiting, card);

    /// <summary>A line for this person alone where the channel can, and nothing else happens.</summary>
    public Decision Aside(string line) =>
        Press is not null || Input.Message.CanWhisper
            ? Unheard() with { OnlyForYou = line }
            : new Decision(Conversation, [Card.Of(line)]);

    /// <summary>Nothing changes and nothing is said.</summary>
    public Decision Unheard() => new(Conversation, []);

    /// <summary>A button about the deal as it stands in this scene.</summary>
    public Button Button(string action, string label, ButtonStyle style = ButtonStyle.Default, params ReadOnlySpan<(string Name, string Value)> data)
    {
        var fields = new Dictionary<string, string>();
        if (Deal is { } deal)
        {
            fields[ButtonFields.Deal] = deal.Id.ToString();
            fields[ButtonFields.Revision] = deal.Revision.ToString(CultureInfo.InvariantCulture);
        }

        foreach (var (name, value) in data)
        {
            fields[name] = value;
        }

        return new Button(action, Wording.Labels.Fit(label), fields, style);
    }

    // Somebody who was never heard of has the person's own calendar: nothing better is known.
    private Person OwnerOf(Deal? deal) => deal is null ? Person : Find(deal.Owner) ?? Person;
}
