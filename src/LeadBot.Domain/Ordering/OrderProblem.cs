using LeadBot.Domain.Qualification;

namespace LeadBot.Domain.Ordering;

/// <summary>A sheet with the chance of every answer: all that the order of its questions depends on.</summary>
internal sealed class OrderProblem
{
    private readonly Dictionary<uint, Tally> openTallies = [];
    private readonly JointCodes? joint;

    public OrderProblem(Sheet sheet, AnswerCounts counts)
    {
        At = sheet.Thresholds;
        KindAtStart = Tally.KindOf(sheet.Rule(Enumerable.Repeat(Stand.Open, sheet.Questions.Length).ToArray()));
        Questions = [.. sheet.Questions.Select(q => new OrderQuestion(q, counts))];
        joint = sheet.Joint is null ? null : new JointCodes(sheet.Joint);
    }

    public OrderQuestion[] Questions { get; }

    /// <summary>The kind of verdict before anything is answered.</summary>
    public VerdictKind KindAtStart { get; }

    private Thresholds At { get; }

    /// <summary>Where the questions stand, as far as their order is concerned; null once settled.</summary>
    public OrderState? StateOf(ReadOnlySpan<int> places)
    {
        var state = new OrderState(0, 0, 0, OrderFacts.None, joint?.Open ?? 0);
        for (var i = 0; i < places.Length; i++)
        {
            state = state with { Open = state.Open | (1u << i) };
        }

        for (var i = 0; i < places.Length; i++)
        {
            if (places[i] == Stand.Open)
            {
                continue;
            }

            if (places[i] >= 0 && Questions[i].KnocksOut(places[i]))
            {
                return null;
            }

            state = places[i] == Stand.Unknown ? AfterDontKnow(state, i) : AfterAnswer(state, i, Questions[i].AnswerAt(places[i]));
        }

        return Reduce(state, OpenTally(state.Open), out var left) is null ? left : null;
    }

    public OrderState AfterAnswer(OrderState state, int question, OrderAnswer answer) => Questions[question].Slot is >= 0 and var slot
        ? joint!.Place(state with { Open = state.Open & ~(1u << question) }, slot, answer.Place)
        : new OrderState(
            state.Open & ~(1u << question),
            state.Low + answer.Points,
            state.High + answer.Points,
            answer.Parks ? state.Facts | OrderFacts.Parked : state.Facts,
            state.Joint);

    public OrderState AfterDontKnow(OrderState state, int question)
    {
        var asked = Questions[question];
        return asked.Slot >= 0
            ? joint!.Place(state with { Open = state.Open & ~(1u << question) }, asked.Slot, Stand.Unknown)
            : new OrderState(
                state.Open & ~(1u << question),
                state.Low + asked.Least,
                state.High + asked.Most,
                asked.CanEnd ? state.Facts | OrderFacts.NoPursue : state.Facts,
                state.Joint);
    }

    /// <summary>
    /// The kind of verdict once it is settled. Otherwise gives the state without what no longer matters: points count only
    /// as far as a threshold is still within reach. States that differ in nothing else become one.
    /// </summary>
    /// <param name="open"><see cref="OpenTally"/> of the state's open questions.</param>
    public VerdictKind? Reduce(OrderState state, in Tally open, out OrderState left)
    {
        left = state;
        if ((state.Facts & OrderFacts.KnockedOut) != 0)
        {
            return VerdictKind.WalkAway;
        }

        var tally = state.Closed + open;
        if (state.Joint != 0)
        {
            tally += joint!.TallyOf(state.Joint);
        }

        var rule = tally.Rule(At);
        if (tally.Settles(rule, At))
        {
            return Tally.KindOf(rule);
        }

        var (low, high, facts) = (state.Low, state.High, state.Facts);
        var parked = tally.Has(Facts.Parked);
        if (parked || tally.MostLower < At.PursueAt)
        {
            (low, facts) = (0, facts | OrderFacts.NoPursue | (parked ? OrderFacts.Parked : OrderFacts.None));
        }
        else if (tally.Lower > At.PursueAt)
        {
            low -= tally.Lower - At.PursueAt;
        }

        var reach = parked || tally.Upper < At.PursueAt ? At.WalkBelow : At.PursueAt;
        if (tally.LeastUpper > reach)
        {
            high -= tally.LeastUpper - reach;
        }

        left = new OrderState(state.Open, low, high, facts, state.Joint);
        return null;
    }

    /// <summary>What the open questions outside the joint rule add to a tally.</summary>
    public Tally OpenTally(uint open)
    {
        if (!openTallies.TryGetValue(open, out var tally))
        {
            tally = Tally.Nothing;
            for (var i = 0; i < Questions.Length; i++)
            {
                if ((open & (1u << i)) != 0 && Questions[i].Slot < 0)
                {
                    tally += Questions[i].Open;
                }
            }

            openTallies[open] = tally;
        }

        return tally;
    }
}
