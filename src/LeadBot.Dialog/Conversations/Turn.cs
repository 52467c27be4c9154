using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Incoming;
using LeadBot.Domain;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;

namespace LeadBot.Dialog.Conversations;

/// <summary>Everything a decision may look at, loaded in the turn's own transaction.</summary>
/// <param name="Now">UTC.</param>
/// <param name="Deal">The deal <see cref="TurnNeeds"/> asked for by id; null when it asked for none or it is gone.</param>
/// <param name="Named">The sender's deals whose names match what <see cref="TurnNeeds"/> asked for, best first, at most 5.</param>
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
    CountsShelf CountsByDay);

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
public sealed record PlaybookShelf(IReadOnlyDictionary<PlaybookId, Playbook> Newest, IReadOnlyDictionary<PlaybookHash, Playbook> ByHash);

/// <summary>Everything a turn changes. Nothing is sent or answered before it is committed.</summary>
/// <param name="Conversation">As it is from now on.</param>
/// <param name="Say">To the same conversation, in this order, through the outbox.</param>
public sealed record Decision(Conversation Conversation, IReadOnlyList<Card> Say)
{
    /// <summary>The deal, changed or new, with its revision already counted up by one.</summary>
    public Deal? Deal { get; init; }

    /// <summary>A line for the deal's verdict history.</summary>
    public VerdictGiven? Verdict { get; init; }

    /// <summary>The answers of a qualification settled for the first time, to be counted.</summary>
    public IReadOnlyList<CountedAnswer> Counted { get; init; } = [];

    /// <summary>The sender, if their settings changed.</summary>
    public Person? Person { get; init; }

    /// <summary>The workspace, if its settings changed.</summary>
    public Workspace? Workspace { get; init; }

    /// <summary>What the pressed card looks like now.</summary>
    public Card? Redrawn { get; init; }

    /// <summary>A line for the sender alone.</summary>
    public string? OnlyForYou { get; init; }
}

/// <summary>One line of a deal's verdict history.</summary>
/// <param name="Answers">The answers it was given on.</param>
/// <param name="Edited">True when an answer was edited after an earlier verdict.</param>
public sealed record VerdictGiven(DealId Deal, VerdictKind Kind, VerdictRule Rule, DateTimeOffset At, PersonId By, IReadOnlyList<GivenAnswer> Answers, bool Edited);

/// <summary>One answer to count, by what it came to.</summary>
public sealed record CountedAnswer(PlaybookId Playbook, QuestionId Question, OutcomeId Outcome);

/// <summary>What has to be loaded to decide on a message, known from the message and the conversation alone.</summary>
/// <param name="Deal">A deal by id.</param>
/// <param name="Named">The sender's deals by name, matched loosely.</param>
public sealed record TurnNeeds(DealId? Deal, string? Named);
