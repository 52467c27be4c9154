namespace LeadBot.Domain.Deals;

/// <summary>What became of a workspace's deals so far, as of one day.</summary>
/// <param name="Wins">Pursued or kept deals that were won.</param>
/// <param name="Finished">Pursued or kept deals that were won or lost.</param>
/// <param name="LostLate">Deals lost after the playbook's cycle.</param>
/// <param name="MedianSunkWhenLostLate">The median of the hours sunk in those; null when there is none.</param>
public sealed record TeamRecord(int Wins, int Finished, int LostLate, decimal? MedianSunkWhenLostLate)
{
    /// <summary>Nothing finished yet.</summary>
    public static readonly TeamRecord None = new(0, 0, 0, null);
}
