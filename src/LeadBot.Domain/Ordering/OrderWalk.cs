using System.Numerics;
using LeadBot.Domain.Qualification;

namespace LeadBot.Domain.Ordering;

/// <summary>What to expect of asking in some order until the verdict is settled.</summary>
/// <param name="Kinds">Chance of each <see cref="VerdictKind"/>, by its number; they add up to 1.</param>
internal sealed record OrderWalk(double Seconds, double Questions, double[] Kinds)
{
    /// <summary>Follows every answer at once, merging those that leave the same state.</summary>
    /// <param name="choose">The place of the question to ask next.</param>
    public static OrderWalk Of(OrderProblem problem, Func<OrderState, int> choose)
    {
        var (seconds, questions, kinds) = (0.0, 0.0, new double[Enum.GetValues<VerdictKind>().Length]);
        var states = new Dictionary<OrderState, double>();
        if (problem.StateOf(Enumerable.Repeat(Stand.Open, problem.Questions.Length).ToArray()) is { } start)
        {
            states[start] = 1;
        }
        else
        {
            kinds[(int)problem.KindAtStart] = 1;
        }

        while (states.Count > 0)
        {
            var next = new Dictionary<OrderState, double>();
            foreach (var (state, chance) in states)
            {
                var question = choose(state);
                var asked = problem.Questions[question];
                var rest = problem.OpenTally(state.Open & ~(1u << question));
                (seconds, questions) = (seconds + chance * asked.Seconds, questions + chance);
                foreach (var answer in asked.Answers)
                {
                    Take(problem.AfterAnswer(state, question, answer), chance * answer.Chance);
                }

                Take(problem.AfterDontKnow(state, question), chance * asked.DontKnow);
                kinds[(int)VerdictKind.WalkAway] += chance * (1 - asked.DontKnow - asked.Answers.Sum(a => a.Chance));

                void Take(OrderState after, double share)
                {
                    if (problem.Reduce(after, rest, out var left) is { } kind)
                    {
                        kinds[(int)kind] += share;
                    }
                    else if (share > 0)
                    {
                        next[left] = next.GetValueOrDefault(left) + share;
                    }
                }
            }

            states = next;
        }

        return new OrderWalk(seconds, questions, kinds);
    }

    /// <summary>As written.</summary>
    public static int First(OrderState state) => BitOperations.TrailingZeroCount(state.Open);
}
