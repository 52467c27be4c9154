using System.Threading;
using LeadBot.Domain.Qualification;

namespace LeadBot.Domain.Ordering;

/// <summary>What was worked out about the order of one sheet's questions. Safe for several threads.</summary>
internal sealed class OrderTable
{
    private readonly Lock gate = new();
    private readonly OrderProblem problem;
    private readonly NextQuestion next;

    public OrderTable(Sheet sheet, AnswerCounts counts)
    {
        problem = new OrderProblem(sheet, counts);
        next = new NextQuestion(problem, QuestionOrder.ExactUpTo);
    }

    /// <summary>The place of the question to ask next; null once settled.</summary>
    public int? Next(ReadOnlySpan<int> places)
    {
        lock (gate)
        {
            return problem.StateOf(places) is { } state ? next.Choose(state) : null;
        }
    }
}
