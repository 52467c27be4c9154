using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Conversations;

namespace LeadBot.Dialog.Digests;

/// <summary>A linked channel's weekly post: the wall, the hours freed, and the drop list.</summary>
public static class WeeklyPost
{
    /// <summary>Friday afternoon.</summary>
    private static readonly TimeOnly s_at = new(15, 0);

    /// <summary>The next Friday, three in the afternoon, in the zone of the workspace's admin; strictly after <paramref name="after"/>.</summary>
    public static DateTimeOffset NextAt(Person admin, DateTimeOffset after)
    {
        for (var day = admin.Today(after); ; day = day.AddDays(1))
        {
            if (day.DayOfWeek == DayOfWeek.Friday && DigestTime.FirstShowing(admin.Zone, day.ToDateTime(s_at)) is var at && at > after)
            {
                return at;
            }
        }
    }

    /// <summary>The post; null: nothing happened.</summary>
    public static Card? Compose(WeekInput input) => null;
}
