using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Digests;

/// <summary>What is new to a digest.</summary>
internal static class News
{
    /// <summary>A deal that went stale is left alone for so many days after a logged contact: the rep is at it.</summary>
    public const int AfterTouch = 3;

    /// <summary>Nothing happened to it since it was listed: neither its state nor a touch.</summary>
    public static bool IsUnchanged(Deal deal, Listed? listed) => listed?.AsOf == deal.Course.ChangedAt;
}
