using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Digests;

/// <summary>What a deal that was kept against its verdict may cost.</summary>
internal static class Budget
{
    /// <summary>Hours logged since it was kept; null when it is not kept.</summary>
    public static decimal? Spent(Deal deal) => deal.Kept is { } kept ? Math.Max(0, deal.Course.HoursSunk - kept.SunkBefore) : null;

    public static bool IsSpent(Deal deal) => Spent(deal) >= deal.Kept?.HourBudget;

    public static bool IsOver(Deal deal) => Spent(deal) > deal.Kept?.HourBudget;
}
