using LeadBot.Domain.Playbooks;

namespace LeadBot.Domain.Qualification;

/// <summary>
/// What is frozen when a qualification starts, so that a verdict never changes because the team's history did.
/// </summary>
/// <param name="StartedOn">The rep's own day.</param>
/// <param name="Chance">(wins + 10·p₀)/(n + 10) over the team's pursued or kept deals, p₀ from the playbook; above 0, at most 1. Ignored without <see cref="Playbook.Worth"/>.</param>
/// <param name="ChanceSample">n.</param>
/// <param name="FloorPerHour">In the playbook's currency per hour.</param>
/// <param name="HoursSinceProgress">Hours spent since the last progress; selling hours are never less.</param>
/// <param name="ShortParks">How often the deal was already parked for being short of Pursue; at one or more, (d) walks away.</param>
/// <param name="CountsOf">The day of the snapshot of the workspace's answer counts that orders the questions; null: the playbook's expectation alone.</param>
public sealed record Terms(
    DateOnly StartedOn,
    double Chance,
    int ChanceSample,
    decimal FloorPerHour,
    decimal HoursSinceProgress,
    int ShortParks,
    DateOnly? CountsOf);

/// <summary>How often each outcome was answered in a workspace, as of one day. Don't-knows are counted under <see cref="DontKnow"/>.</summary>
public sealed record AnswerCounts(IReadOnlyDictionary<QuestionId, IReadOnlyDictionary<OutcomeId, int>> ByQuestion)
{
    /// <summary>The key under which don't-knows are counted.</summary>
    public static readonly OutcomeId DontKnow = new("dont-know");

    /// <summary>Nothing counted yet.</summary>
    public static readonly AnswerCounts None = new(new Dictionary<QuestionId, IReadOnlyDictionary<OutcomeId, int>>());

    /// <summary>How often <paramref name="outcome"/> was the answer to <paramref name="question"/>.</summary>
    public int Of(QuestionId question, OutcomeId outcome) =>
        ByQuestion.TryGetValue(question, out var outcomes) ? outcomes.GetValueOrDefault(outcome) : 0;
}
