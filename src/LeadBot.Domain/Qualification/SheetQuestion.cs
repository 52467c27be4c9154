using LeadBot.Domain.Playbooks;

namespace LeadBot.Domain.Qualification;

/// <summary>A question of a sheet: its pieces, and what it adds to the tally while it is not known.</summary>
internal sealed class SheetQuestion
{
    private readonly Tally[] known;

    public SheetQuestion(Question question, Piece[] pieces, int slot)
    {
        Question = question;
        Slot = slot;
        Pieces = pieces;
        known = Array.ConvertAll(pieces, p => p.Tally);
        var staying = pieces.Where(p => !p.KnocksOut).ToList();
        (Least, Most) = staying.Count == 0 ? (0, 0) : (staying.Min(p => p.Points), staying.Max(p => p.Points));
        CanKnockOut = staying.Count < pieces.Length || slot >= 0;
        var parking = staying.Where(p => p.Outcome.Parks is not null).ToList();
        var ends = CanKnockOut || parking.Count > 0 ? Facts.CanEnd : Facts.None;

        // Where no answer is left that does not knock out, the deal is dead before it is asked.
        var dead = staying.Count == 0 ? Facts.KnockedOut : Facts.None;
        Open = new Tally(
            Least,
            Most,
            Least,
            Most,
            parking.Count > 0 ? Most - parking.Max(p => p.Points) : Tally.Never,
            ends | dead | (CanKnockOut ? Facts.OpenCanKnockOut : Facts.None));
        Unknown = new Tally(Least, Most, Most, ends == Facts.None ? Least : -Tally.Never, Tally.Never, ends | dead);
        Worst = staying.Count == 0 ? -1 : Array.IndexOf(pieces, staying.OrderBy(p => p.Points).ThenBy(p => p.Outcome.Parks is null).First());
    }

    public Question Question { get; }

    public Piece[] Pieces { get; }

    /// <summary>Points, knock-outs left out.</summary>
    public int Least { get; }

    /// <summary>Points, knock-outs left out.</summary>
    public int Most { get; }

    /// <summary>By itself, or together with the price or the hours.</summary>
    public bool CanKnockOut { get; }

    /// <summary>Its part in the joint rule on the worth of an hour; -1 when it has none.</summary>
    public int Slot { get; }

    public Tally Open { get; }

    public Tally Unknown { get; }

    /// <summary>The piece a second don't-know counts as: the fewest points that do not knock out, parking before not parking.</summary>
    public int Worst { get; }

    /// <summary>What it adds to the tally, standing at <paramref name="place"/>.</summary>
    public Tally TallyAt(int place) => place switch
    {
        Stand.Open => Open,
        Stand.Unknown => Unknown,
        _ => known[place],
    };
}
