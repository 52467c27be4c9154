using LeadBot.Domain.Qualification;

namespace LeadBot.Domain.Ordering;

/// <summary>Numbers the ways the price and the hours may stand, and remembers their tallies.</summary>
internal sealed class JointCodes
{
    private readonly JointWorth rule;
    private readonly int[] radix = new int[JointWorth.Size];
    private readonly Tally?[] tallies;

    public JointCodes(JointWorth rule)
    {
        this.rule = rule;
        var size = 1;
        for (var slot = 0; slot < JointWorth.Size; slot++)
        {
            radix[slot] = size;
            size *= rule.Slots[slot] < 0 ? 1 : rule.Pieces[slot].Length + 2;
        }

        tallies = new Tally?[size + 1];
        Span<int> open = stackalloc int[JointWorth.Size];
        for (var slot = 0; slot < JointWorth.Size; slot++)
        {
            open[slot] = rule.Slots[slot] < 0 ? 0 : Stand.Open;
        }

        Open = Code(open);
    }

    /// <summary>None of them answered.</summary>
    public int Open { get; }

    public Tally TallyOf(int code)
    {
        if (tallies[code] is { } known)
        {
            return known;
        }

        Span<int> places = stackalloc int[JointWorth.Size];
        Read(code, places);
        var tally = rule.Tally(places);
        tallies[code] = tally;
        return tally;
    }

    /// <summary>The state once <paramref name="slot"/> stands there; when none is open, what they came to joins the points.</summary>
    public OrderState Place(OrderState state, int slot, int place)
    {
        Span<int> places = stackalloc int[JointWorth.Size];
        Read(state.Joint, places);
        places[slot] = place;
        var code = Code(places);
        var tally = TallyOf(code);
        if (tally.Has(Facts.KnockedOut))
        {
            return state with { Facts = OrderFacts.KnockedOut };
        }

        if (places.Contains(Stand.Open))
        {
            return state with { Joint = code };
        }

        var facts = state.Facts
            | (tally.Has(Facts.Parked) ? OrderFacts.Parked : OrderFacts.None)
            | (tally.Has(Facts.CanEnd) ? OrderFacts.NoPursue : OrderFacts.None);
        return new OrderState(state.Open, state.Low + tally.Lower, state.High + tally.Upper, facts, 0);
    }

    private int Code(ReadOnlySpan<int> places)
    {
        var code = 1;
        for (var slot = 0; slot < JointWorth.Size; slot++)
        {
            code += rule.Slots[slot] < 0 ? 0 : (places[slot] + 2) * radix[slot];
        }

        return code;
    }

    private void Read(int code, Span<int> places)
    {
        for (var slot = 0; slot < JointWorth.Size; slot++)
        {
            places[slot] = rule.Slots[slot] < 0 ? 0 : (code - 1) / radix[slot] % (rule.Pieces[slot].Length + 2) - 2;
        }
    }
}
