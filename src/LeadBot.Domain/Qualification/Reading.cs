using LeadBot.Domain.Playbooks;

namespace LeadBot.Domain.Qualification;

/// <summary>What an answer comes to.</summary>
public abstract record Reading
{
    private Reading()
    {
    }

    /// <summary>Taken: all it may mean has one effect.</summary>
    /// <param name="Outcome">Of several bands the highest it touches.</param>
    public sealed record Fits(OutcomeId Outcome) : Reading;

    /// <summary>Nobody knows: a don't-know.</summary>
    public sealed record NotKnown : Reading;

    /// <summary>It touches bands of different effect; one of the choices must be picked.</summary>
    /// <param name="Choices">Two or more, ascending.</param>
    public sealed record TooVague(IReadOnlyList<Narrower> Choices) : Reading;

    /// <summary>A day before the day of the answer.</summary>
    public sealed record Past : Reading;

    /// <summary>Of another kind than the question, or an outcome the playbook does not have (any more).</summary>
    public sealed record NotAnAnswer : Reading;
}

/// <summary>One way to narrow a vague answer: a button "under 2,000", "2,000 to 10,000" or "10,000 and more".</summary>
/// <param name="Outcome">What it comes to.</param>
/// <param name="Answer">The answer the button gives; it fits.</param>
/// <param name="AtLeast">Where this choice begins, of amounts and numbers; null in the first choice.</param>
/// <param name="Below">Where it ends, itself not in it; null in the last choice.</param>
/// <param name="From">Where this choice begins, of days; null in the first choice.</param>
/// <param name="Through">Its last day; null in the last choice.</param>
public sealed record Narrower(OutcomeId Outcome, Answer Answer, decimal? AtLeast, decimal? Below, DateOnly? From, DateOnly? Through);
