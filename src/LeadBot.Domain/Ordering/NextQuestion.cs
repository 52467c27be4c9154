using System.Numerics;

namespace LeadBot.Domain.Ordering;

/// <summary>Exact where it can be, greedy beyond. For one thread at a time.</summary>
internal sealed class NextQuestion(OrderProblem problem, int exactUpTo)
{
    /// <summary>About 40 MB; a playbook of many questions starts afresh beyond it.</summary>
    private const int MostStates = 1_000_000;

    private readonly GreedyOrder greedy = new(problem);
    private ExactOrder exact = new(problem);

    /// <param name="state">Reduced, and not settled.</param>
    public int Choose(OrderState state)
    {
        if (BitOperations.PopCount(state.Open) > exactUpTo)
        {
            return greedy.Choose(state);
        }

        exact = exact.Count < MostStates ? exact : new ExactOrder(problem);
        return exact.Solve(state).Question;
    }
}
