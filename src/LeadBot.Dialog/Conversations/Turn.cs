using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;
using LeadBot.Domain.Staleness;

namespace LeadBot.Dialog.Conversations;

/// <summary>Everything a decision may look at, loaded in the turn's own transaction.</summary>
/// <param name="Now">UTC.</param>
/// <param name="Deal">The deal <see cref="TurnNeeds"/> asked for by id; null when it asked for none or it is gone.</param>
/// <param name="Named">
/// The deals the sender may change whose names match what <see cref="TurnNeeds"/> asked for, best first, at most 5: their
/// own, those they cover, and for a manager the team's.
/// </param>
/// <param name="Playbooks">What playbooks there are.</param>
/// <param name="FreshDeal">The id of a deal this turn may create.</param>
/// <param name="CountsByDay">
/// Counts of every playbook, as of the person's today and of the frozen day of each loaded deal: what a new
/// qualification freezes as <see cref="Terms.CountsOf"/>, and what one under way was started with.
/// </param>
public sealed record TurnInput(
    IncomingMessage Message,
    DateTimeOffset Now,
    Workspace Workspace,
    Person Person,
    Conversation Conversation,
    Deal? Deal,
    IReadOnlyList<Deal> Named,
    PlaybookShelf Playbooks,
    DealId FreshDeal,
    CountsShelf CountsByDay)
{
    /// <summary>What became of the workspace's deals so far.</summary>
    public TeamRecord Team { get; init; } = TeamRecord.None;

    /// <summary>The workspace's holiday calendars.</summary>
    public HolidayShelf Holidays { get; init; } = HolidayShelf.Empty;

    /// <summary>Owners of the loaded deals, whoever their <see cref="History"/> names, people matching <see cref="TurnNeeds.Person"/>, best match first, and those of <see cref="TurnNeeds.Roles"/>.</summary>
    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>The sender's open and parked deals, for <see cref="TurnNeeds.Mine"/>; at most <see cref="TurnNeeds.MostMine"/>, longest unchanged first.</summary>
    public IReadOnlyList<Deal> Mine { get; init; } = [];

    /// <summary>The history of <see cref="Deal"/>, or of each of <see cref="Named"/>, newest first, at most 50 lines each.</summary>
    public IReadOnlyList<DealEvent> History { get; init; } = [];

    /// <summary>The sender's newest change that is not taken back yet; null when there is none of the last day.</summary>
    public UndoableChange? LastChange { get; init; }

    /// <summary>
    /// For <see cref="TurnNeeds.Reminders"/>: those of the sender's team within <see cref="TurnNeeds.ReminderDays"/>, of
    /// everybody when they have none; null: not asked for, not theirs to see, or too many to work out in a turn.
    /// </summary>
    public IReadOnlyList<Digests.ReminderLine>? Reminders { get; init; }

    /// <summary>For <see cref="TurnNeeds.Status"/>.</summary>
    public DeliveryStatus? Status { get; init; }

    /// <summary>For <see cref="TurnNeeds.Home"/>.</summary>
    public HomeInput? Home { get; init; }

    /// <summary>For <see cref="TurnNeeds.Owned"/>: how many deals each of <see cref="People"/> has, of those who have any.</summary>
    public IReadOnlyDictionary<PersonId, int> Owned { get; init; } = new Dictionary<PersonId, int>();

    /// <summary>For <see cref="TurnNeeds.Audit"/>: newest first, at most <see cref="TurnNeeds.MostAudited"/> and one more; whoever they name is among <see cref="People"/>.</summary>
    public IReadOnlyList<Auditing.AuditLine> Audit { get; init; } = [];

    /// <summary>The deals of the digest <see cref="TurnNeeds.Digest"/> asked for, in the order it listed them, as they stand now.</summary>
    public IReadOnlyList<Digests.DueDeal> Digest { get; init; } = [];
}

/// <summary>Holiday calendars by name, each a set of days.</summary>
public sealed record HolidayShelf(IReadOnlyDictionary<string, IReadOnlySet<DateOnly>> Calendars)
{
    /// <summary>None.</summary>
    public static readonly HolidayShelf Empty = new(new Dictionary<string, IReadOnlySet<DateOnly>>());

    /// <summary>The person's working days, holidays and absences.</summary>
    public WorkCalendar For(Workspace workspace, Person person) => new(
        new HashSet<DayOfWeek>(person.Digest.Days),
        (person.Holidays ?? workspace.Holidays) is { } name && Calendars.TryGetValue(name, out var days) ? days : new HashSet<DateOnly>(),
        person.Absences);
}

/// <summary>How delivery is, for an admin.</summary>
/// <param name="Waiting">Messages not sent yet.</param>
/// <param name="OldestWaiting">When the oldest of them was said, UTC.</param>
/// <param name="Dead">Messages given up in the last seven days, newest first, at most 10: when, to which channel, why.</param>
/// <param name="Digests">The last digests, newest first, at most 10: for whom and when.</param>
public sealed record DeliveryStatus(
    int Waiting,
    DateTimeOffset? OldestWaiting,
    int DeadCount,
    IReadOnlyList<(DateTimeOffset At, string Channel, string Why)> Dead,
    IReadOnlyList<(DateTimeOffset At, string Name)> Digests);

/// <summary>Snapshots of a workspace's answer counts, by day and playbook.</summary>
public sealed record CountsShelf(IReadOnlyDictionary<DateOnly, IReadOnlyDictionary<PlaybookId, AnswerCounts>> Days)
{
    /// <summary>Nothing counted yet.</summary>
    public static readonly CountsShelf Empty = new(new Dictionary<DateOnly, IReadOnlyDictionary<PlaybookId, AnswerCounts>>());

    /// <summary>The playbook's counts as of that day (<see cref="Terms.CountsOf"/>); none without a day.</summary>
    public AnswerCounts Of(PlaybookId playbook, DateOnly? day) =>
        day is { } of && Days.TryGetValue(of, out var playbooks) ? playbooks.GetValueOrDefault(playbook, AnswerCounts.None) : AnswerCounts.None;
}

/// <summary>The playbooks at hand: the newest of each by id, and every one any deal was started with by hash.</summary>
public sealed record PlaybookShelf(IReadOnlyDictionary<PlaybookId, Playbook> Newest, IReadOnlyDictionary<PlaybookHash, Playbook> ByHash)
{
    /// <summary>The playbook the deal was qualified with, else the workspace's; null when neither is at hand.</summary>
    public Playbook? For(Deal deal, Workspace workspace) =>
        deal.Qualification is { } qualification && ByHash.TryGetValue(qualification.Playbook, out var own)
            ? own
            : Newest.GetValueOrDefault(workspace.Playbook ?? PlaybookId.Default);
}

/// <summary>Everything a turn changes. Nothing is sent or answered before it is committed.</summary>
/// <param name="Conversation">As it is from now on.</param>
/// <param name="Say">To the same conversation, in this order, through the outbox.</param>
public sealed record Decision(Conversation Conversation, IReadOnlyList<Card> Say)
{
    /// <summary>The deals, changed or new, each once.</summary>
    public IReadOnlyList<DealChange> Changes { get; init; } = [];

    /// <summary>To people in their direct conversation with the bot, which is created if there is none.</summary>
    public IReadOnlyList<Telling> Tell { get; init; } = [];

    /// <summary>Into linked team channels, each as a new thread.</summary>
    public IReadOnlyList<ChannelPost> Post { get; init; } = [];

    /// <summary>A digest's button was pressed: the day of the digest, in the person's zone.</summary>
    public DateOnly? DigestPressed { get; init; }

    /// <summary>The bot was taken out of this conversation: nothing waits to be said there any more, and an admin is told.</summary>
    public bool TakenOut { get; init; }

    /// <summary>What is deleted for good, after everything else of this decision is kept.</summary>
    public Forgotten? Forget { get; init; }

    /// <summary>A line for the deal's verdict history.</summary>
    public VerdictGiven? Verdict { get; init; }

    /// <summary>The answers of a qualification settled for the first time, to be counted.</summary>
    public IReadOnlyList<CountedAnswer> Counted { get; init; } = [];

    /// <summary>Answers that were counted with a verdict that is taken back: they count again with the next.</summary>
    public IReadOnlyList<CountedAnswer> Uncounted { get; init; } = [];

    /// <summary>The sender, if their settings changed.</summary>
    public Person? Person { get; init; }

    /// <summary>The workspace, if its settings changed.</summary>
    public Workspace? Workspace { get; init; }

    /// <summary>What the pressed card looks like now.</summary>
    public Card? Redrawn { get; init; }

    /// <summary>A line for the sender alone.</summary>
    public string? OnlyForYou { get; init; }

    /// <summary>Asked in a form instead of being said; only where <see cref="IncomingMessage.CanOpenForm"/>.</summary>
    public Card? Form { get; init; }
}

/// <summary>One line of a deal's verdict history.</summary>
/// <param name="Answers">The answers it was given on.</param>
/// <param name="Edited">True when an answer was edited after an earlier verdict.</param>
public sealed record VerdictGiven(DealId Deal, VerdictKind Kind, VerdictRule Rule, DateTimeOffset At, PersonId By, IReadOnlyList<GivenAnswer> Answers, bool Edited);

/// <summary>One answer to count, by what it came to.</summary>
public sealed record CountedAnswer(PlaybookId Playbook, QuestionId Question, OutcomeId Outcome);

/// <summary>Something to say to a person in their direct conversation.</summary>
public sealed record Telling(PersonId To, Card Card);

/// <summary>Something to say in a linked team channel.</summary>
/// <param name="TeamChannel">A key of <see cref="Workspace.Channels"/>.</param>
public sealed record ChannelPost(string TeamChannel, Card Card);

/// <summary>What has to be loaded to decide on a message, known from the message and the conversation alone.</summary>
/// <param name="Deal">A deal by id.</param>
/// <param name="Named">Deals by name, matched loosely.</param>
public sealed record TurnNeeds(DealId? Deal, string? Named)
{
    /// <summary>Deals listed for one person at most.</summary>
    public const int MostMine = 200;

    /// <summary>More may follow the name: "Acme they said no"; matched with <see cref="Understanding.Names.MatchFirst"/>.</summary>
    public bool NamedFirst { get; init; }

    /// <summary>The sender's open and parked deals.</summary>
    public bool Mine { get; init; }

    /// <summary>The history of the deal or of the named ones.</summary>
    public bool History { get; init; }

    /// <summary>The sender's newest change.</summary>
    public bool LastChange { get; init; }

    /// <summary>People whose names match, loosely, or whose id it is.</summary>
    public string? Person { get; init; }

    /// <summary>Everybody with a role, and who covers for the sender; with somebody else's deal they are at hand anyway.</summary>
    public bool Roles { get; init; }

    /// <summary>How delivery is.</summary>
    public bool Status { get; init; }

    /// <summary>Days looked ahead for <see cref="Reminders"/>.</summary>
    public const int ReminderDays = 7;

    /// <summary>The reminders to come.</summary>
    public bool Reminders { get; init; }

    /// <summary>The deals of the sender's digest of that day.</summary>
    public DateOnly? Digest { get; init; }

    /// <summary>An admin finds everybody's deals by <see cref="Named"/>.</summary>
    public bool Anybodys { get; init; }

    /// <summary>How many deals the people have.</summary>
    public bool Owned { get; init; }

    /// <summary>Lines of the audit log shown at a time.</summary>
    public const int MostAudited = 10;

    /// <summary>The audit log, for an admin.</summary>
    public bool Audit { get; init; }

    /// <summary>Only lines older than that one; null: from the newest on.</summary>
    public long? AuditBefore { get; init; }

    /// <summary>What the sender's own page shows.</summary>
    public bool Home { get; init; }
}
