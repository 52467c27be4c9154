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
    Starter? Starter,
    DealId? Deal,
    Waiting Waiting,
    DateTimeOffset LastHeard)
{
    /// <summary>A conversation nobody has said anything in.</summary>
    public static readonly Conversation New = new(false, null, null, new Waiting.Nothing(), DateTimeOffset.UnixEpoch);

    /// <summary>What they say here is meant for the bot without naming it: it is theirs alone, or they started what the bot waits to go on with.</summary>
    public bool IsHeldBy(PersonId person) => Starter is null || Starter.Id == person && IsUnderWay;

    /// <summary>Something is waited for that nobody else may say.</summary>
    internal bool IsUnderWay => Waiting is not (Waiting.Nothing or Waiting.Setting { Name: Waiting.Setting.Any, Before: Waiting.Nothing });
}

/// <summary>Who started what is going on in a thread or a group chat.</summary>
public sealed record Starter(PersonId Id, string Name);

/// <summary>What the bot waits for. Questions are named by id, never by number, so that a changed playbook cannot shift them.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "for")]
[JsonDerivedType(typeof(Nothing), "nothing")]
[JsonDerivedType(typeof(DealName), "deal-name")]
[JsonDerivedType(typeof(AnswerTo), "answer")]
[JsonDerivedType(typeof(StillWanted), "still-wanted")]
[JsonDerivedType(typeof(WhatGaveThemPause), "what-gave-them-pause")]
[JsonDerivedType(typeof(WantedOn), "wanted-on")]
[JsonDerivedType(typeof(LostReason), "lost-reason")]
[JsonDerivedType(typeof(LostNote), "lost-note")]
[JsonDerivedType(typeof(ParkDate), "park-date")]
[JsonDerivedType(typeof(KeepReason), "keep-reason")]
[JsonDerivedType(typeof(KeepBudget), "keep-budget")]
[JsonDerivedType(typeof(ContinueOrStartOver), "continue-or-start-over")]
[JsonDerivedType(typeof(AnswerToEdit), "answer-to-edit")]
[JsonDerivedType(typeof(Setting), "setting")]
[JsonDerivedType(typeof(WhichDeal), "which-deal")]
[JsonDerivedType(typeof(WhatItCameTo), "touch-kind")]
[JsonDerivedType(typeof(StepAndDay), "next-step")]
[JsonDerivedType(typeof(StepDone), "step-done")]
[JsonDerivedType(typeof(AskDay), "ask-day")]
[JsonDerivedType(typeof(GivenForCut), "price-cut")]
[JsonDerivedType(typeof(UndoAll), "undo-all")]
[JsonDerivedType(typeof(NotNowDay), "not-now-day")]
[JsonDerivedType(typeof(Receiver), "receiver")]
[JsonDerivedType(typeof(Forget), "forget")]
public abstract record Waiting
{
    private Waiting()
    {
    }

    /// <param name="Misses">How many messages in a row were not understood.</param>
    public sealed record Nothing(int Misses = 0) : Waiting;

    public sealed record DealName(PlaybookId? Playbook) : Waiting;

    /// <param name="Misses">How many answers in a row were not understood.</param>
    /// <param name="TooVague">The vague answer of which the bot asks the one thing it needs.</param>
    /// <param name="Either">What was typed and could be one of several answers, of which the bot asks which.</param>
    public sealed record AnswerTo(QuestionId Question, int Misses = 0, Answer? TooVague = null, string? Either = null) : Waiting;

    /// <summary>Before a Pursue is final: did they still want it, after the reasons it may not fit?</summary>
    public sealed record StillWanted(int Misses = 0) : Waiting;

    /// <summary>Which of the reasons it may not fit made them hesitate.</summary>
    public sealed record WhatGaveThemPause(int Misses = 0) : Waiting;

    /// <summary>On which day they still wanted it.</summary>
    public sealed record WantedOn(int Misses = 0) : Waiting;

    public sealed record LostReason(int Misses = 0) : Waiting;

    public sealed record LostNote(string Reason) : Waiting;

    public sealed record ParkDate(int Misses = 0) : Waiting;

    public sealed record KeepReason : Waiting;

    public sealed record KeepBudget(string Reason, int Misses = 0) : Waiting;

    /// <param name="Playbook">The playbook a new start would take; null: the deal's own.</param>
    public sealed record ContinueOrStartOver(PlaybookId? Playbook = null, int Misses = 0) : Waiting;

    public sealed record AnswerToEdit(int Misses = 0) : Waiting;

    /// <param name="Name">Which setting a value is awaited for.</param>
    /// <param name="Before">What was waited for before, and is again afterwards.</param>
    public sealed record Setting(string Name, Waiting Before, int Misses = 0) : Waiting
    {
        /// <summary>The <see cref="Name"/> while the settings are shown: any of them may be named, and nothing has to be.</summary>
        public const string Any = "any";

        /// <summary>The settings were shown; what was waited for still is.</summary>
        public static Setting WhichOne(Waiting before) => new(Any, before is Setting setting ? setting.Before : before);
    }

    /// <summary>Which of the deals that go by what was said.</summary>
    /// <param name="Action">The button action that is done with the deal once it is known.</param>
    /// <param name="Playbook">Of a new deal by that name.</param>
    /// <param name="Typed">The whole command, when more than a name was said.</param>
    public sealed record WhichDeal(string Said, string Action, PlaybookId? Playbook = null, string? Typed = null) : Waiting;

    /// <summary>What a contact came to: it moved, a put-off, nobody reached.</summary>
    /// <param name="PutOff">It sounded like a put-off.</param>
    public sealed record WhatItCameTo(decimal Hours, string? Said, bool PutOff, int Misses = 0) : Waiting;

    /// <summary>The next step, or what of it is missing.</summary>
    /// <param name="Moved">The touch that is logged with it: it moved. Null: only the step is planned.</param>
    /// <param name="Required">It moved, said to a digest: that takes a next step.</param>
    public sealed record StepAndDay(LoggedHours? Moved = null, string? What = null, DateOnly? Due = null, int Misses = 0, bool Required = false) : Waiting;

    /// <summary>Whether the step planned before was done, now that another is planned.</summary>
    public sealed record StepDone(string What, DateOnly Due) : Waiting;

    /// <summary>The day on which they ask the prospect what decides the deal.</summary>
    public sealed record AskDay(int Misses = 0) : Waiting;

    /// <summary>What they gave for a lower price.</summary>
    public sealed record GivenForCut(decimal From, decimal To) : Waiting;

    /// <summary>Who gets the deal.</summary>
    public sealed record Receiver : Waiting;

    /// <summary>Whether a change of several deals is to be taken back.</summary>
    public sealed record UndoAll : Waiting;

    /// <summary>Whether a deal or a person is to be forgotten.</summary>
    public sealed record Forget(DealId? Deal, PersonId? Person) : Waiting;

    /// <summary>The day until which the digest leaves a deal out.</summary>
    public sealed record NotNowDay(int Misses = 0) : Waiting;
}

/// <summary>A contact that moved a deal, before its next step is known.</summary>
public sealed record LoggedHours(decimal Hours, string? Said);
