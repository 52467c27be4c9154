using System.Text.Json.Serialization;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;

namespace LeadBot.Domain.Deals;

/// <summary>One thing that happened to a deal; a line of its history. A released name is never changed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Started), "started")]
[JsonDerivedType(typeof(Answered), "answered")]
[JsonDerivedType(typeof(AnswerTakenBack), "answer-taken-back")]
[JsonDerivedType(typeof(Judged), "judged")]
[JsonDerivedType(typeof(Confirmed), "confirmed")]
[JsonDerivedType(typeof(WentOn), "went-on")]
[JsonDerivedType(typeof(KeptAnyway), "kept")]
[JsonDerivedType(typeof(Touched), "touched")]
[JsonDerivedType(typeof(HoursAdded), "hours-added")]
[JsonDerivedType(typeof(NextPlanned), "next-planned")]
[JsonDerivedType(typeof(NextLapsed), "next-lapsed")]
[JsonDerivedType(typeof(AskDaySet), "ask-day-set")]
[JsonDerivedType(typeof(AskDayMissed), "ask-day-missed")]
[JsonDerivedType(typeof(PriceCut), "price-cut")]
[JsonDerivedType(typeof(Won), "won")]
[JsonDerivedType(typeof(WasLost), "lost")]
[JsonDerivedType(typeof(WasParked), "parked")]
[JsonDerivedType(typeof(Returned), "returned")]
[JsonDerivedType(typeof(Reopened), "reopened")]
[JsonDerivedType(typeof(StageSet), "stage-set")]
[JsonDerivedType(typeof(Renamed), "renamed")]
[JsonDerivedType(typeof(Given), "given")]
[JsonDerivedType(typeof(SetAside), "set-aside")]
[JsonDerivedType(typeof(ValueSet), "value-set")]
[JsonDerivedType(typeof(Imported), "imported")]
[JsonDerivedType(typeof(Undone), "undone")]
public abstract record Happening
{
    private Happening()
    {
    }

    /// <summary>Whether LeadBot did it itself, by the clock, whoever's message it came to light with.</summary>
    public static bool IsByClock(Happening happening) =>
        happening is NextLapsed or AskDayMissed or Returned or WasParked { ByClock: true };

    /// <summary>A qualification was started, or started over.</summary>
    public sealed record Started(PlaybookId Playbook) : Happening;

    /// <param name="Edited">It replaced an earlier answer.</param>
    public sealed record Answered(QuestionId Question, Answer Answer, bool Edited) : Happening;

    public sealed record AnswerTakenBack(QuestionId Question) : Happening;

    /// <summary>A verdict was given.</summary>
    public sealed record Judged(VerdictKind Verdict) : Happening;

    /// <summary>They still wanted it, after the reasons it may not fit.</summary>
    public sealed record Confirmed(DateOnly On) : Happening;

    /// <summary>Gone on with the questions it was started with although the playbook changed.</summary>
    public sealed record WentOn : Happening;

    public sealed record KeptAnyway(VerdictKind Against, string Reason, decimal HourBudget) : Happening;

    public sealed record Touched(TouchKind Kind, decimal Hours, string? Said) : Happening;

    /// <summary>How long the touch logged before had taken, said afterwards.</summary>
    public sealed record HoursAdded(decimal Hours) : Happening;

    /// <param name="Moved">It took the place of a step that was not done: a put-off.</param>
    public sealed record NextPlanned(string What, DateOnly Due, bool Moved) : Happening;

    /// <summary>By the clock: its day passed without progress. A put-off.</summary>
    public sealed record NextLapsed(string What, DateOnly Due) : Happening;

    /// <param name="Moved">It took the place of an earlier day: a put-off.</param>
    public sealed record AskDaySet(DateOnly On, bool Moved) : Happening;

    /// <summary>By the clock: the day passed and nothing was asked. A put-off.</summary>
    public sealed record AskDayMissed(DateOnly On) : Happening;

    /// <param name="Gave">What they gave for it, in the rep's words.</param>
    public sealed record PriceCut(decimal From, decimal To, string Gave) : Happening;

    public sealed record Won : Happening;

    public sealed record WasLost(string Reason, string? Note, decimal HoursFreed) : Happening;

    /// <param name="PutOff">Parked again: a put-off.</param>
    /// <param name="ByClock">LeadBot parked it, as announced.</param>
    public sealed record WasParked(DateOnly Until, bool PutOff, bool ByClock = false) : Happening;

    /// <summary>By the clock: its day came; open again, and silent since that day.</summary>
    public sealed record Returned(DateOnly On) : Happening;

    public sealed record Reopened(DealState From) : Happening;

    public sealed record StageSet(string? From, string? To) : Happening;

    public sealed record Renamed(string From, string To) : Happening;

    public sealed record Given(PersonId From, PersonId To) : Happening;

    /// <summary>"Not now", said to a digest.</summary>
    public sealed record SetAside(DateOnly Until) : Happening;

    public sealed record ValueSet(decimal? From, decimal? To) : Happening;

    /// <summary>It came, or came again, from a file.</summary>
    public sealed record Imported : Happening;

    /// <summary>The change that made <paramref name="Revision"/> was taken back.</summary>
    public sealed record Undone(long Revision) : Happening;
}

/// <summary>A line of a deal's history.</summary>
/// <param name="Revision">The deal's revision from then on.</param>
/// <param name="By">Null: LeadBot itself, by the clock.</param>
/// <param name="Message">The event key of the message that did it; null by the clock.</param>
/// <param name="What">In the order it happened; at least one.</param>
public sealed record DealEvent(DealId Deal, long Revision, DateTimeOffset At, PersonId? By, string? Message, IReadOnlyList<Happening> What);
