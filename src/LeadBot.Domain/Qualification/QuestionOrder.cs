using System.Threading;
using LeadBot.Domain.Ordering;

namespace LeadBot.Domain.Qualification;

/// <summary>
/// Which question comes next: the one with the least expected seconds to a settled verdict. Up to
/// <see cref="ExactUpTo"/> open questions it is the exact optimum, found by dynamic programming; beyond, a greedy rule.
/// Safe for several threads.
/// </summary>
/// <remarks>
/// <para>A single failure that ends everything is found cheapest by ordering tests by cost over failure probability:
/// Mitten, "An analytic solution to the least cost testing sequence problem", 1960. Points against a threshold generalise
/// k-of-n testing, for which Salloum and Breuer, "An optimum testing algorithm for some symmetric coherent systems", 1984,
/// give the optimum. With several ways to end at once and dependent tests no such order is optimal, and greedy ones are
/// only near it: Munagala, Babu, Motwani and Widom, "The pipelined set cover problem", 2005. Hence the tables.</para>
/// <para>How often an answer comes up is taken as independent between questions; a chance is the mean of a Dirichlet
/// distribution, see <see cref="OutcomeChances"/>, and a price band's is spread over its pieces as in <see cref="Pieces"/>.</para>
/// </remarks>
/// <param name="capacity">How many tables are kept, at least 1; the one unused longest goes first. One of eight questions takes one to a few MB.</param>
/// <param name="madeElsewhere">
/// A table that is not kept is not made by who asks, who may be holding up others, but by who catches <see cref="OrderNotMadeException"/>.
/// </param>
public sealed class QuestionOrder(int capacity, bool madeElsewhere = false)
{
    /// <summary>The most open questions solved exactly.</summary>
    public const int ExactUpTo = 8;

    private readonly Lock gate = new();
    private readonly Lock making = new();
    private readonly Dictionary<OrderKey, LinkedListNode<(OrderKey Key, OrderTable Table)>> tables = [];
    private readonly LinkedList<(OrderKey Key, OrderTable Table)> byUse = [];

    /// <summary>How many tables are kept now.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return tables.Count;
            }
        }
    }

    /// <summary>The question to ask next, or null when the verdict is settled.</summary>
    /// <param name="counts">The snapshot frozen for the qualification.</param>
    /// <exception cref="OrderNotMadeException">Its table has to be made first.</exception>
    public QuestionId? Next(Sheet sheet, AnswerCounts counts, IReadOnlyList<GivenAnswer> answers, DateOnly today)
    {
        var key = new OrderKey(sheet, counts);
        var table = Kept(key)
            ?? (madeElsewhere ? throw new OrderNotMadeException(() => Make(key, sheet, counts, answers, today)) : Keep(key, new OrderTable(sheet, counts)));
        return table.Next(new Standings(sheet, answers, today).Places) is { } place ? sheet.Questions[place].Question.Id : null;
    }

    /// <summary>Once, however many ask for it meanwhile; kept when it is worked out, since it answers one at a time.</summary>
    private void Make(OrderKey key, Sheet sheet, AnswerCounts counts, IReadOnlyList<GivenAnswer> answers, DateOnly today)
    {
        lock (making)
        {
            if (Kept(key) is not null)
            {
                return;
            }

            var table = new OrderTable(sheet, counts);
            table.Next(new Standings(sheet, [], today).Places);
            table.Next(new Standings(sheet, answers, today).Places);
            Keep(key, table);
        }
    }

    private OrderTable? Kept(OrderKey key)
    {
        lock (gate)
        {
            if (!tables.TryGetValue(key, out var node))
            {
                return null;
            }

            byUse.Remove(node);
            byUse.AddFirst(node);
            return node.Value.Table;
        }
    }

    private OrderTable Keep(OrderKey key, OrderTable table)
    {
        lock (gate)
        {
            // Somebody else may have been there first.
            if (tables.TryGetValue(key, out var node))
            {
                return node.Value.Table;
            }

            tables[key] = byUse.AddFirst((key, table));
            if (tables.Count > capacity)
            {
                tables.Remove(byUse.Last!.Value.Key);
                byUse.RemoveLast();
            }

            return table;
        }
    }
}
