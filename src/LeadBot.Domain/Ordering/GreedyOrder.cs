using System.Numerics;

namespace LeadBot.Domain.Ordering;

/// <summary>
/// The rule for more open questions than can be solved exactly: the best chance that the next answer settles the verdict,
/// per second, as in ordering tests by failure probability over cost. Far from a verdict no single answer settles it, so a
/// question's share of the points still open counts a little: on random playbooks that brings the rule from 9 % to under
/// 2 % above the optimum.
/// </summary>
internal sealed class GreedyOrder(OrderProblem problem)
{
    /// <summary>What moving all open points is worth beside settling for certain; 0.05 to 0.2 do about as well.</summary>
    private const double SpreadWeight = 0.1;

    /// <param name="state">Reduced, and not settled.</param>
    public int Choose(in OrderState state)
    {
        var spread = 1e-9;
        for (var open = state.Open; open != 0; open &= open - 1)
        {
            spread += SpreadOf(BitOperations.TrailingZeroCount(open));
        }

        var (best, first) = (double.NegativeInfinity, -1);
        for (var open = state.Open; open != 0; open &= open - 1)
        {
            var question = BitOperations.TrailingZeroCount(open);
            var gain = Settling(state, question) + SpreadWeight * SpreadOf(question) / spread;
            var score = gain / problem.Questions[question].Seconds;
            if (score > best)
            {
                (best, first) = (score, question);
            }
        }

        return first;
    }

    private int SpreadOf(int question) => problem.Questions[question].Most - problem.Questions[question].Least;

    private double Settling(in OrderState state, int question)
    {
        var asked = problem.Questions[question];
        var rest = problem.OpenTally(state.Open & ~(1u << question));
        var going = 0.0;
        foreach (var answer in asked.Answers)
        {
            going += problem.Reduce(problem.AfterAnswer(state, question, answer), rest, out _) is null ? answer.Chance : 0;
        }

        return 1 - going - (problem.Reduce(problem.AfterDontKnow(state, question), rest, out _) is null ? asked.DontKnow : 0);
    }
}
