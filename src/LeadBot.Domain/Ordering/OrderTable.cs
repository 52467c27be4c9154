using System.Numerics;
using System.Threading;
using LeadBot.Domain.Qualification;

namespace LeadBot.Domain.Ordering;

/// <summary>What was worked out about the order of one sheet's questions. Safe for several threads.</summary>
internal sealed class OrderTable(Sheet sheet, AnswerCounts counts, int exactUpTo)
{
    /// <summary>About 40 MB; a playbook of many questions starts afresh beyond it.</summary>
    private const int MostStates = 1_000_000;

    private readonly Lock gate = new();
    private readonly OrderProblem problem = new(sheet, counts);
    private ExactOrder? exact;

    /// <summary>The place of the question to ask next; null once settled.</summary>
    public int? Next(ReadOnlySpan<int> places)
    {
        lock (gate)
        {
            if (problem.StateOf(places) is not { } state)
            {
                return null;
            }

            if (BitOperations.PopCount(state.Open) > exactUpTo)
            {
                return new GreedyOrder(problem).Choose(state);
            }

            exact = exact is { Count: < MostStates } ? exact : new ExactOrder(problem);
            return exact.Solve(state).Question;
        }
    }
}
