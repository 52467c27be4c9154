using System.Text.Json.Serialization;
using LeadBot.Domain;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;

namespace LeadBot.Dialog.Conversations;

/// <summary>What the bot remembers of one conversation: a direct one, a thread, or a group chat.</summary>
/// <param name="Welcomed">The welcome was said; it comes once, whichever event comes first.</param>
/// <param name="Starter">In a thread or a group chat: the one person who is heard.</param>
/// <param name="Deal">The deal being talked about.</param>
/// <param name="Waiting">What the bot waits for.</param>
/// <param name="LastHeard">When the last message came, UTC.</param>
public sealed record Conversation(
    bool Welcomed,
    PersonId? Starter,
    DealId? Deal,
    Waiting Waiting,
    DateTimeOffset LastHeard)
{
    /// <summary>A conversation nobody has said anything in.</summary>
    public static readonly Conversation New = new(false, null, null, new Waiting.Nothing(), DateTimeOffset.UnixEpoch);
}

/// <summary>What the bot waits for. Questions are named by id, never by number, so that a changed playbook cannot shift them.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "for")]
[JsonDerivedType(typeof(Nothing), "nothing")]
[JsonDerivedType(typeof(DealName), "deal-name")]
[JsonDerivedType(typeof(AnswerTo), "answer")]
[JsonDerivedType(typeof(StillWanted), "still-wanted")]
[JsonDerivedType(typeof(WantedOn), "wanted-on")]
[JsonDerivedType(typeof(LostReason), "lost-reason")]
[JsonDerivedType(typeof(LostNote), "lost-note")]
[JsonDerivedType(typeof(ParkDate), "park-date")]
[JsonDerivedType(typeof(KeepReason), "keep-reason")]
[JsonDerivedType(typeof(KeepBudget), "keep-budget")]
[JsonDerivedType(typeof(ContinueOrStartOver), "continue-or-start-over")]
[JsonDerivedType(typeof(AnswerToEdit), "answer-to-edit")]
[JsonDerivedType(typeof(Setting), "setting")]
public abstract record Waiting
{
    private Waiting()
    {
    }

    public sealed record Nothing : Waiting;

    public sealed record DealName(PlaybookId? Playbook) : Waiting;

    /// <param name="Misses">How many answers in a row were not understood.</param>
    /// <param name="TooVague">The vague answer of which the bot asks the one thing it needs.</param>
    public sealed record AnswerTo(QuestionId Question, int Misses = 0, Answer? TooVague = null) : Waiting;

    public sealed record StillWanted : Waiting;

    public sealed record WantedOn(int Misses = 0) : Waiting;

    public sealed record LostReason(int Misses = 0) : Waiting;

    public sealed record LostNote(string Reason) : Waiting;

    public sealed record ParkDate(int Misses = 0) : Waiting;

    public sealed record KeepReason : Waiting;

    public sealed record KeepBudget(string Reason, int Misses = 0) : Waiting;

    public sealed record ContinueOrStartOver : Waiting;

    public sealed record AnswerToEdit(int Misses = 0) : Waiting;

    /// <param name="Name">Which setting a value is awaited for.</param>
    public sealed record Setting(string Name, int Misses = 0) : Waiting;
}
