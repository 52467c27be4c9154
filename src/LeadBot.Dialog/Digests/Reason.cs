using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;
using LeadBot.Domain.Staleness;
using Standing = LeadBot.Domain.Staleness.Standing;

namespace LeadBot.Dialog.Digests;

/// <summary>Why a digest lists a deal.</summary>
internal abstract record Reason
{
    private Reason()
    {
    }

    /// <summary>It holds until somebody does something, and so waits for its gap to be over; all others come on their day.</summary>
    public bool Stands => this is BudgetSpent or StrungAlong or Stale;

    /// <summary>LeadBot parked it, as announced.</summary>
    public sealed record ParkedByClock(DateOnly Until) : Reason;

    /// <summary>AskFirst, on the day they chose.</summary>
    public sealed record AskToday(IReadOnlyList<Question> Questions) : Reason;

    public sealed record AskMissed(DateOnly On) : Reason;

    public sealed record Returned(DateOnly On) : Reason;

    public sealed record StepLapsed(string What, DateOnly Due) : Reason;

    /// <summary>A date they were told has passed, and with it the verdict.</summary>
    public sealed record VerdictChanged(VerdictKind Before, VerdictKind Now) : Reason;

    /// <summary>"Not now" is over.</summary>
    public sealed record NotNowOver : Reason;

    public sealed record BudgetSpent(decimal Budget, decimal Spent) : Reason;

    public sealed record StrungAlong(int PutOffs) : Reason;

    /// <param name="Learnt">The learnt limit, when it is that one.</param>
    public sealed record Stale(Standing Standing, LearntLimit? Learnt) : Reason;

    /// <summary>Auto-park, announced five working days before.</summary>
    public sealed record WillPark(DateOnly On) : Reason;
}
