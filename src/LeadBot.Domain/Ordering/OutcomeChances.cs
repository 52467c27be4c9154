using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;

namespace LeadBot.Domain.Ordering;

/// <summary>
/// How likely each answer to a question is: the mean of a Dirichlet distribution whose prior is the playbook's expectation,
/// worth <see cref="PriorStrength"/> answers, and whose counts are the workspace's.
/// </summary>
internal static class OutcomeChances
{
    /// <summary>How many answers the playbook's expectation weighs, the same ten as for the chance of winning.</summary>
    public const double PriorStrength = 10;

    /// <summary>By outcome, and for "don't know"; they add up to 1.</summary>
    public static (double[] Outcomes, double DontKnow) Of(Question question, AnswerCounts counts)
    {
        var expected = question.Outcomes.Sum(o => o.Expect) + question.DontKnowExpect;
        var counted = question.Outcomes.Sum(o => counts.Of(question.Id, o.Id)) + counts.Of(question.Id, AnswerCounts.DontKnow);
        double Chance(double expect, OutcomeId outcome) =>
            (PriorStrength * expect / expected + counts.Of(question.Id, outcome)) / (PriorStrength + counted);

        return ([.. question.Outcomes.Select(o => Chance(o.Expect, o.Id))], Chance(question.DontKnowExpect, AnswerCounts.DontKnow));
    }
}
