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

    /// <summary>From how many deals lost late on their hours say more than the playbook's.</summary>
    public const int EnoughLostLate = 10;

    /// <summary>The chance of winning a pursued deal: the playbook's expectation weighs as much as ten finished deals.</summary>
    /// <param name="prior">The playbook's chance, above 0, at most 1.</param>
    public double Chance(double prior) => (Wins + (10 * prior)) / (Finished + 10);

    /// <summary>
    /// The hours a loss frees, at least 0, an estimate: what deals lost late usually cost this team, until there are ten
    /// such the playbook's selling hours, less what this one already cost.
    /// </summary>
    public decimal HoursFreed(decimal sellingHours, decimal hoursSunk) =>
        Math.Max(0, (LostLate >= EnoughLostLate ? MedianSunkWhenLostLate ?? sellingHours : sellingHours) - hoursSunk);
}
