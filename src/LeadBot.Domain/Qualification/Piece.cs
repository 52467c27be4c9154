using LeadBot.Domain.Playbooks;

namespace LeadBot.Domain.Qualification;

/// <summary>
/// An outcome, or the part of a price band between two prices at which the worth of an hour changes sides. All answers
/// within one piece have the same effect, whatever the other answers are.
/// </summary>
/// <param name="KnocksOut">By itself, whatever the other answers are.</param>
/// <param name="Reason">Why it knocks out; null when the worth of an hour does.</param>
/// <param name="AtLeast">Of a money or number band: its lower edge, in the band.</param>
/// <param name="Below">Its upper edge, not in the band; null in the last.</param>
/// <param name="FromDay">Of a date band: its first day, counted from the day of the answer.</param>
/// <param name="ThroughDay">Its last day; null in the last.</param>
/// <param name="Share">Which part of the outcome's chance is this piece's, above 0, at most 1.</param>
/// <param name="Clears">How many of the clearing prices the playbook can come to it lies below; 0 where none.</param>
internal sealed record Piece(
    Outcome Outcome,
    bool KnocksOut,
    string? Reason,
    decimal AtLeast = 0,
    decimal? Below = null,
    int FromDay = 0,
    int? ThroughDay = null,
    double Share = 1,
    int Clears = 0)
{
    public int Points => Outcome.Points;

    /// <summary>Counts as known: its points, or that it knocks out or parks.</summary>
    public Tally Tally => KnocksOut
        ? Tally.Known(0, Facts.KnockedOut)
        : Tally.Known(Points, Outcome.Parks is null ? Facts.None : Facts.Parked);

    /// <summary>Whether an answer that may be either has one effect all the same.</summary>
    public bool SameEffect(Piece other) => KnocksOut
        ? other.KnocksOut
        : !other.KnocksOut && Points == other.Points && Outcome.Parks == other.Outcome.Parks
            && Outcome.Hours == other.Outcome.Hours && Clears == other.Clears;
}
