using System.Numerics;

namespace LeadBot.Domain.Ordering;

/// <summary>
/// The rule for more open questions than can be solved exactly: the best chance that the next answer settles the verdict,
/// per second, as in ordering tests by failure probability over cost.
/// </summary>
internal sealed class GreedyOrder(OrderProblem problem)
{
    public int Choose(in OrderState state)
    {
        var (best, first) = (double.NegativeInfinity, -1);
        for (var open = state.Open; open != 0; open &= open - 1)
        {
            var question = BitOperations.TrailingZeroCount(open);
            var score = Settling(state, question) / problem.Questions[question].Seconds;
            if (score > best)
            {
                (best, first) = (score, question);
            }
        }

        return first;
    }

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
