using System.Globalization;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;

namespace LeadBot.Dialog.Conversations;

/// <summary>One turn's input and what follows from it, and the ways to answer. Immutable; a changed deal is a new scene.</summary>
internal sealed record Scene(TurnInput Input, QuestionOrder Order)
{
    /// <summary>The deal talked about, with the changes of this turn; null when there is none.</summary>
    public Deal? Deal { get; private init; } = Input.Deal;

    /// <summary>The deal as it is stored; null while it is new.</summary>
    private Deal? Stored { get; init; } = Input.Deal;

    /// <summary>What happened to it in this turn.</summary>
    private IReadOnlyList<Happening> What { get; init; } = [];

    public Conversation Conversation => Input.Conversation;

    public Person Person => Input.Person;

    /// <summary>The person's own day.</summary>
    public DateOnly Today { get; } = Input.Person.Today(Input.Now);

    public AmountLanguage Language => Person.Amounts;

    public Said.Pressed? Press => Input.Message.Said as Said.Pressed;

    public PlaceKind Kind => Input.Message.Place.Kind;

    /// <summary>The very text the deal's qualification was started with.</summary>
    public Playbook? Playbook =>
        Deal?.Qualification is { } qualification ? Input.Playbooks.ByHash.GetValueOrDefault(qualification.Playbook) : null;

    /// <summary>The workspace's answer counts as frozen when the qualification started.</summary>
    public AnswerCounts Counts =>
        Deal?.Qualification is { } qualification ? Input.CountsByDay.Of(qualification.PlaybookId, qualification.Terms.CountsOf) : AnswerCounts.None;

    /// <summary>What the deal's qualification comes to today; null without one.</summary>
    public Qualifying? Qualifying =>
        Deal is { Qualification: { } qualification } deal && Playbook is { } playbook
            ? new Qualifying(deal, qualification, playbook, Today)
            : null;

    /// <summary>The same scene about another stored deal.</summary>
    public Scene About(Deal deal) => this with { Deal = deal, Stored = deal, What = [] };

    /// <summary>The same scene about a deal that this turn creates.</summary>
    public Scene AboutNew(Deal deal) => this with { Deal = deal, Stored = null, What = [] };

    /// <summary>The conversation turns to the deal of this scene: what was waited for belonged to another.</summary>
    public Scene Turning() => this with { Input = Input with { Conversation = Conversation with { Deal = Deal!.Id, Waiting = new Waiting.Nothing() } } };

    /// <summary>The deal with a change; its revision counts up once a turn.</summary>
    /// <param name="what">What happened, for its history.</param>
    public Scene Change(Deal deal, params IReadOnlyList<Happening> what) =>
        this with { Deal = deal with { Revision = (Stored?.Revision ?? 0) + 1 }, What = [.. What, .. what] };

    /// <summary>The deal with a change of its qualification.</summary>
    public Scene Change(DealQualification qualification, params IReadOnlyList<Happening> what) => Change(Deal! with { Qualification = qualification }, what);

    /// <summary>Says <paramref name="cards"/>, waits for <paramref name="waiting"/>, and keeps what changed.</summary>
    public Decision Say(Waiting waiting, params IReadOnlyList<Card> cards) =>
        new(Conversation with { Deal = Deal?.Id ?? Conversation.Deal, Waiting = waiting, Welcomed = true, LastHeard = Input.Now }, cards)
        {
            Changes = ReferenceEquals(Deal, Stored) ? [] : [new DealChange(Deal!, What)],
        };

    /// <summary>Says <paramref name="cards"/> and goes on waiting for what was waited for.</summary>
    public Decision Say(params IReadOnlyList<Card> cards) => Say(Conversation.Waiting, cards);

    /// <summary>Shows <paramref name="card"/> in place of the pressed one where the channel can, as a new one elsewhere.</summary>
    public Decision Show(Waiting waiting, Card card) =>
        Press is { CanRedraw: true } ? Say(waiting) with { Redrawn = card } : Say(waiting, card);

    /// <summary>A line for this person alone where the channel can, and nothing else happens.</summary>
    public Decision Aside(string line) =>
        Press is not null
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
}
