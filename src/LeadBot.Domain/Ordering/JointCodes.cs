using LeadBot.Domain.Qualification;

namespace LeadBot.Domain.Ordering;

/// <summary>
/// Numbers the ways the price and the hours may stand, and remembers their tallies. Points and parking of what is known
/// live in the state instead, so that ways which leave the same combinations standing are one.
/// </summary>
internal sealed class JointCodes
{
    private readonly JointWorth rule;
    private readonly int[] radix = new int[JointWorth.Size];
    private readonly Tally?[] tallies;
    private readonly int[] alike;
    private readonly Dictionary<string, int> bySignature = [];

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
        alike = new int[size + 1];
        Span<int> open = stackalloc int[JointWorth.Size];
        for (var slot = 0; slot < JointWorth.Size; slot++)
        {
            open[slot] = rule.Slots[slot] < 0 ? 0 : Stand.Open;
        }

        Open = Code(open);
    }

    /// <summary>None of them answered.</summary>
    public int Open { get; }

    /// <summary>What those of them that are open or unknown add to the tally.</summary>
    public Tally TallyOf(int code)
    {
        if (tallies[code] is { } known)
        {
            return known;
        }

        Span<int> places = stackalloc int[JointWorth.Size];
        Read(code, places);
        var tally = rule.Tally(places);
        var points = 0;
        for (var slot = 0; slot < JointWorth.Size; slot++)
        {
            points += places[slot] >= 0 && rule.Slots[slot] >= 0 ? rule.Pieces[slot][places[slot]].Points : 0;
        }

        tally = tally.Has(Facts.KnockedOut) ? tally : tally + Tally.Known(-points, Facts.None);
        tally = tally with { Facts = tally.Facts & ~Facts.Parked };
        tallies[code] = tally;
        return tally;
    }

    /// <summary>The state once <paramref name="slot"/> stands there; when none is open, the unknown ones join the points.</summary>
    public OrderState Place(OrderState state, int slot, int place)
    {
        Span<int> places = stackalloc int[JointWorth.Size];
        Read(state.Joint, places);
        places[slot] = place;
        var code = AlikeOf(Code(places), places);
        var tally = TallyOf(code);
        if (tally.Has(Facts.KnockedOut))
        {
            return state with { Facts = OrderFacts.KnockedOut };
        }

        var piece = place >= 0 ? rule.Pieces[slot][place] : null;
        var points = piece?.Points ?? 0;
        var facts = state.Facts | (piece?.Outcome.Parks is null ? OrderFacts.None : OrderFacts.Parked);
        return places.Contains(Stand.Open)
            ? new OrderState(state.Open, state.Low + points, state.High + points, facts, code)
            : new OrderState(
                state.Open,
                state.Low + points + tally.Lower,
                state.High + points + tally.Upper,
                facts | (tally.Has(Facts.CanEnd) ? OrderFacts.NoPursue : OrderFacts.None),
                0);
    }

    /// <summary>The first code that leaves the same combinations of price and hours standing.</summary>
    private int AlikeOf(int code, ReadOnlySpan<int> places)
    {
        if (alike[code] == 0)
        {
            var signature = Signature(places);
            bySignature.TryAdd(signature, code);
            alike[code] = bySignature[signature];
        }

        return alike[code];
    }

    private string Signature(ReadOnlySpan<int> places)
    {
        var signature = new List<int> { Math.Min(places[0], 0), Math.Min(places[1], 0), Math.Min(places[2], 0) };
        for (var s = Math.Max(places[1], 0); s < (places[1] < 0 ? rule.FirstClear.GetLength(0) : places[1] + 1); s++)
        {
            for (var d = Math.Max(places[2], 0); d < (places[2] < 0 ? rule.FirstClear.GetLength(1) : places[2] + 1); d++)
            {
                var first = rule.FirstClear[s, d];
                signature.Add(places[0] < 0 ? first : places[0] >= first ? 1 : 0);
            }
        }

        return string.Join(',', signature);
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
