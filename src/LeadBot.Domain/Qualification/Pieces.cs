using LeadBot.Domain.Playbooks;

namespace LeadBot.Domain.Qualification;

/// <summary>Cuts a question's outcomes into pieces.</summary>
internal static class Pieces
{
    /// <summary>The reason of a price under <see cref="Worth.PriceFloor"/> whose band has none of its own.</summary>
    public const string BelowPriceFloor = "Below the price floor";

    public static Piece[] Of(Question question) => question.Kind switch
    {
        QuestionKind.Date => [.. Days(question)],
        QuestionKind.Money or QuestionKind.Number => [.. Bands(question)],
        _ => [.. question.Outcomes.Select(o => new Piece(o, o.KnocksOut is not null, o.KnocksOut))],
    };

    /// <summary>
    /// The pieces of the price: its bands, cut at the price floor and at every clearing price the hours can come to.
    /// </summary>
    /// <param name="clearing">Ascending. One price knocks out everything below it; of several it depends on the hours.</param>
    public static Piece[] OfPrice(Question price, decimal floor, IReadOnlyList<decimal> clearing) =>
        [.. Bands(price).SelectMany(band => Cut(band, floor, clearing))];

    private static IEnumerable<Piece> Cut(Piece band, decimal floor, IReadOnlyList<decimal> clearing)
    {
        var cuts = clearing.Append(floor).Where(c => c > band.AtLeast && !(c >= band.Below)).Distinct().Order();
        decimal?[] edges = [band.AtLeast, .. cuts, band.Below];
        for (var i = 1; i < edges.Length; i++)
        {
            var from = edges[i - 1]!.Value;
            var reason = band.Reason ?? (from < floor ? BelowPriceFloor : null);
            yield return band with
            {
                Reason = reason,
                KnocksOut = reason is not null || from < clearing[0],
                AtLeast = from,
                Below = edges[i],
                Share = ChanceBelow(band, edges[i]) - ChanceBelow(band, from),
                Clears = clearing.Count(c => from < c),
            };
        }
    }

    /// <summary>
    /// Prices spread evenly over their logarithm within a band (evenly over the price itself from zero), and above
    /// the last edge as a Pareto tail of index 1: half of them are under twice the edge.
    /// </summary>
    private static double ChanceBelow(Piece band, decimal? price)
    {
        if (price is not { } p)
        {
            return 1;
        }

        var (from, to, at) = ((double)band.AtLeast, (double?)band.Below, (double)p);
        return (from, to) switch
        {
            (0, null) => at / (at + 1),
            (_, null) => 1 - from / at,
            (0, { } end) => at / end,
            (_, { } end) => Math.Log(at / from) / Math.Log(end / from),
        };
    }

    private static IEnumerable<Piece> Bands(Question question)
    {
        var from = 0m;
        foreach (var outcome in question.Outcomes)
        {
            yield return new Piece(outcome, outcome.KnocksOut is not null, outcome.KnocksOut, from, outcome.Below);
            from = outcome.Below ?? from;
        }
    }

    private static IEnumerable<Piece> Days(Question question)
    {
        var from = 0;
        foreach (var outcome in question.Outcomes)
        {
            var piece = new Piece(outcome, outcome.KnocksOut is not null, outcome.KnocksOut);
            yield return outcome.NoDate ? piece : piece with { FromDay = from, ThroughDay = outcome.WithinDays };
            from = outcome.NoDate ? from : outcome.WithinDays + 1 ?? from;
        }
    }
}
