using LeadBot.Domain.Deals;
using LeadBot.Domain.Staleness;

namespace LeadBot.Dialog.Digests;

/// <summary>How long what did not change is left alone.</summary>
internal static class Gaps
{
    /// <summary>A deal that went stale is left alone for so many days after a logged contact: the rep is at it.</summary>
    public const int AfterTouch = 3;

    /// <summary>From this day on it may be listed again, on a Monday: after 3, then 6, then always 12 days.</summary>
    public static DateOnly Over(Listed listed) => listed.On.AddDays(ListingGaps.Days(listed.Times));

    /// <summary>Nothing happened to it since it was listed: neither its state nor a touch.</summary>
    public static bool IsUnchanged(Deal deal, Listed? listed) => listed?.AsOf == deal.Course.ChangedAt;
}
