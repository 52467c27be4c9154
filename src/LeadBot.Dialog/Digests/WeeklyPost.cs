using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Deals;
using LeadBot.Domain.Staleness;

namespace LeadBot.Dialog.Digests;

/// <summary>A linked channel's weekly post: the wall, the hours freed, and the drop list. No buttons: the deals are not everybody's to decide.</summary>
public static class WeeklyPost
{
    private const int MostToDrop = 3;

    /// <summary>More losses than these are counted, not named.</summary>
    private const int MostOnTheWall = 10;

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

    /// <summary>The next one after a post: an admin who has travelled west has a second afternoon on the same Friday.</summary>
    public static DateTimeOffset NextAfter(Person admin, DateTimeOffset post) => NextAt(admin, post.AddDays(2));

    /// <summary>
    /// The weeks that are over since a post was due, all in one post however late it is sent, and when the next one is due.
    /// What was lost after <c>Through</c> is the next one's.
    /// </summary>
    public static (DateTimeOffset After, DateTimeOffset Through, DateTimeOffset Next) Over(Person admin, DateTimeOffset due, DateTimeOffset now)
    {
        var (through, next) = (due, NextAfter(admin, due));
        while (next <= now)
        {
            (through, next) = (next, NextAfter(admin, next));
        }

        return (due.AddDays(-7), through, next);
    }

    /// <summary>The post; null: nothing was lost quickly, and nothing is to be dropped.</summary>
    public static Card? Compose(WeekInput input)
    {
        var channel = input.Workspace.Channels[input.TeamChannel];
        var members = input.Members.Where(member => member.Team == input.TeamChannel).DistinctBy(member => member.Id).ToDictionary(member => member.Id);
        var wall = input.Lost
            .Where(deal => deal is { State: DealState.Lost, Lost.HoursFreed: > 0 } && members.ContainsKey(deal.Owner))
            .OrderByDescending(deal => deal.Lost!.HoursFreed)
            .ToList();
        var toDrop = channel.DropList ? input.Seen.Where(deal => members.TryGetValue(deal.Owner, out var owner) && IsStrungAlong(input, deal, owner)).Take(MostToDrop).ToList() : [];
        if (wall.Count == 0 && toDrop.Count == 0)
        {
            return null;
        }

        List<CardPart> parts = [];
        if (wall.Count > 0)
        {
            parts.Add(new CardPart.Heading(WeekWords.Wall, Tone.Good));
            parts.Add(new CardPart.Paragraph(WeekWords.LostQuickly(wall.Count, wall.Sum(deal => deal.Lost!.HoursFreed))));
            parts.Add(new CardPart.Facts([.. wall.Take(MostOnTheWall).Select(deal => WeekWords.OnTheWall(deal, members[deal.Owner]))]));
        }

        if (toDrop.Count > 0)
        {
            parts.Add(new CardPart.Heading(WeekWords.DropList));
            parts.Add(new CardPart.Facts([.. toDrop.Select(deal => WeekWords.ToDrop(deal, members[deal.Owner]))]));
        }

        return new Card(WeekWords.Summary(wall.Count, wall.Sum(deal => deal.Lost!.HoursFreed), toDrop.Count), parts, []);
    }

    private static bool IsStrungAlong(WeekInput input, Deal deal, Person owner) =>
        deal.State == DealState.Open
        && Silence.Of(deal, owner.Today(input.Now), input.Holidays.For(input.Workspace, owner), input.Workspace.RulesFor(deal.Stage)).Health == Health.StrungAlong;
}
