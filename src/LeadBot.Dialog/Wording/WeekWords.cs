using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Wording;

/// <summary>A channel's weekly post in words. Numbers are written with a point: it has many readers.</summary>
internal static class WeekWords
{
    public const string Wall = "The wall";
    public const string DropList = "Strung along: who lets go first?";

    public static string LostQuickly(int deals, decimal hoursFreed) =>
        $"{(deals == 1 ? "One sale" : $"{deals} sales")} lost quickly this week: about {Freed(hoursFreed)} freed (an estimate).";

    public static Fact OnTheWall(Deal deal, Person owner) =>
        new($"{deal.Name} ({owner.Name})", $"{(deal.Lost!.Note ?? deal.Lost.Reason).TrimEnd('.')}; about {Freed(deal.Lost.HoursFreed)} freed");

    public static Fact ToDrop(Deal deal, Person owner) =>
        new($"{deal.Name} ({owner.Name})", $"put off {HealthWords.Times(deal.Course.PutOffs)}{(deal.Course.HoursSunk > 0 ? $", about {Freed(deal.Course.HoursSunk)} so far" : "")}");

    public static string Summary(int lost, decimal hoursFreed, int toDrop) =>
        lost > 0 ? LostQuickly(lost, hoursFreed) : toDrop == 1 ? "One deal is strung along." : $"{toDrop} deals are strung along.";

    private static string Freed(decimal hours) => DigestWords.Hours(hours, AmountLanguage.PointDecimal);
}
