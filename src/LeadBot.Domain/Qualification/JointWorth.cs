namespace LeadBot.Domain.Qualification;

/// <summary>
/// The worth of an hour when the hours are asked for: a rule over the price and one or two numbers of hours. It knocks
/// out once no combination of price and hours that the answers still allow is left standing.
/// </summary>
/// <param name="Slots">The questions' places in the sheet: price, selling hours, delivery hours; -1 where not asked.</param>
/// <param name="Pieces">By slot; where not asked, empty.</param>
/// <param name="FirstClear">By the places of the two hours' bands: the first piece of the price that clears them. Rises with either.</param>
internal sealed record JointWorth(int[] Slots, Piece[][] Pieces, int[,] FirstClear)
{
    public const int Size = 3;

    /// <summary>Where price and hours stand, by slot; 0 where not asked.</summary>
    /// <param name="places">Of every question of the sheet.</param>
    public void Pick(ReadOnlySpan<int> places, Span<int> standing)
    {
        for (var slot = 0; slot < Size; slot++)
        {
            standing[slot] = Slots[slot] < 0 ? 0 : places[Slots[slot]];
        }
    }

    /// <summary>What price and hours add to the tally together.</summary>
    /// <param name="standing">By slot; 0 where not asked.</param>
    public Tally Tally(ReadOnlySpan<int> standing)
    {
        var now = Now(standing);
        var search = new JointCompletions(this);
        if (!now.Has(Facts.KnockedOut))
        {
            search.Complete(standing.ToArray(), 0, parks: false);
        }

        return now with
        {
            LeastUpper = search.LeastUpper,
            MostLower = search.MostLower,
            ParkGap = search.ParkUpper == -Qualification.Tally.Never ? Qualification.Tally.Never : now.Upper - search.ParkUpper,
            Facts = now.Facts | (search.KnocksOut ? Facts.OpenCanKnockOut : Facts.None),
        };
    }

    /// <summary>Lower, upper and facts as they stand, open and unknown alike: enough for the rule, not for whether it is settled.</summary>
    public Tally Now(ReadOnlySpan<int> standing)
    {
        Span<(int First, int Last)> alive = stackalloc (int, int)[Size];
        var facts = Facts.None;
        for (var slot = 0; slot < Size; slot++)
        {
            alive[slot] = standing[slot] >= 0 ? (standing[slot], standing[slot]) : Ends(Pieces[slot]);
            if (standing[slot] >= 0 && Slots[slot] >= 0)
            {
                facts |= Pieces[slot][standing[slot]].Tally.Facts;
            }
        }

        var (easiest, hardest) = alive[1].Last < 0 || alive[2].Last < 0
            ? (int.MaxValue, int.MaxValue)
            : (FirstClear[alive[1].First, alive[2].First], FirstClear[alive[1].Last, alive[2].Last]);
        if (alive[0].Last < easiest || (facts & Facts.KnockedOut) != 0)
        {
            return Qualification.Tally.Known(0, facts | Facts.KnockedOut);
        }

        if (alive[0].First < hardest)
        {
            facts |= Facts.CanEnd;
        }

        var (lower, upper) = (0, 0);
        for (var slot = 0; slot < Size; slot++)
        {
            if (Slots[slot] < 0)
            {
                continue;
            }

            var (least, most) = (int.MaxValue, int.MinValue);
            for (var i = alive[slot].First; i <= alive[slot].Last; i++)
            {
                var piece = Pieces[slot][i];
                if (!piece.KnocksOut && alive[0].Last >= Needed(slot, i, alive, easiest) && (slot > 0 || i >= easiest))
                {
                    (least, most) = (Math.Min(least, piece.Points), Math.Max(most, piece.Points));
                }
            }

            (lower, upper) = (lower + least, upper + most);
            if (standing[slot] < 0 && Array.Exists(Pieces[slot], p => p.KnocksOut || p.Outcome.Parks is not null))
            {
                facts |= Facts.CanEnd;
            }
        }

        return new Tally(lower, upper, 0, 0, 0, facts);
    }

    private int Needed(int slot, int piece, ReadOnlySpan<(int First, int Last)> alive, int easiest) => slot switch
    {
        1 => FirstClear[piece, alive[2].First],
        2 => FirstClear[alive[1].First, piece],
        _ => easiest,
    };

    /// <summary>The first and last piece that does not knock out by itself; none: an empty range.</summary>
    private static (int First, int Last) Ends(Piece[] pieces) =>
        (Math.Max(0, Array.FindIndex(pieces, p => !p.KnocksOut)), Array.FindLastIndex(pieces, p => !p.KnocksOut));
}
