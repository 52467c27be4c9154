using System.Numerics;

namespace LeadBot.Domain.Ordering;

/// <summary>Least expected seconds to a settled verdict, exactly, by dynamic programming over reduced states.</summary>
internal sealed class ExactOrder(OrderProblem problem)
{
    private readonly StateTable solved = new();

    public int Count => solved.Count;

    /// <summary>The question to ask next, and the seconds then expected until the verdict is settled.</summary>
    /// <param name="state">Reduced, and not settled.</param>
    public (int Question, double Seconds) Solve(in OrderState state)
    {
        if (solved.TryGet(state.Key, out var known, out var choice))
        {
            return (choice, known);
        }

        var (best, first) = (double.PositiveInfinity, -1);
        for (var open = state.Open; open != 0; open &= open - 1)
        {
            var question = BitOperations.TrailingZeroCount(open);
            var seconds = Expected(state, question, best);
            if (seconds < best)
            {
                (best, first) = (seconds, question);
            }
        }

        solved.Add(state.Key, (float)best, (byte)first);
        return (first, best);
    }

    /// <summary>Seconds when this question comes next; no more exact than that it is not under <paramref name="limit"/>.</summary>
    private double Expected(in OrderState state, int question, double limit)
    {
        var asked = problem.Questions[question];
        var rest = problem.OpenTally(state.Open & ~(1u << question));
        double seconds = asked.Seconds;
        foreach (var answer in asked.Answers)
        {
            if (seconds >= limit)
            {
                return seconds;
            }

            if (answer.Chance > 0 && problem.Reduce(problem.AfterAnswer(state, question, answer), rest, out var left) is null)
            {
                seconds += answer.Chance * Solve(left).Seconds;
            }
        }

        return asked.DontKnow > 0 && problem.Reduce(problem.AfterDontKnow(state, question), rest, out var unknown) is null
            ? seconds + asked.DontKnow * Solve(unknown).Seconds
            : seconds;
    }
}
