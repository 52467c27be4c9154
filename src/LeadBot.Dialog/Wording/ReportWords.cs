using LeadBot.Dialog.Conversations;

namespace LeadBot.Dialog.Wording;

/// <summary>Said to an admin when something does not arrive.</summary>
internal static class ReportWords
{
    public static string OutOfReach(string person, Departure how) => how switch
    {
        Departure.TakenOut => $"{person} removed me, so I can't reach them any more.",
        Departure.NeverBegun => $"I can't write to {person} directly: I know them only from a channel, and may not begin a conversation with them.",
        _ => $"I can't reach {person} any more: they blocked or removed me, or left.",
    };

    public static string TheirDeals(string person, IReadOnlyList<string> deals) => deals.Count switch
    {
        0 => $"They have no open deals. Once {person} writes to me directly, I can reach them again.",
        1 => $"Nobody is reminded of their deal {deals[0]}. A manager can give it to a colleague: \"give {deals[0]} to NAME\". Once {person} writes to me directly, reminders go on.",
        _ => $"Nobody is reminded of their {deals.Count} deals. A manager can give them to a colleague, one by one: \"give {deals[0]} to NAME\". Once {person} writes to me directly, reminders go on.",
    };

    public const string TakenOut = "LeadBot was removed there.";

    public static string NoPosts(string channel) =>
        $"I can't post in {channel} any more: I was taken out, or the channel is gone. To have posts there again, add me and type \"post here\" in it.";

    public static string GivenUp(int count, string why) => count == 1
        ? $"I gave up on a message that could not be delivered. {Sentence(why)} \"status\" shows more."
        : $"I gave up on {count} messages that could not be delivered. The last reason: {Sentence(why)} \"status\" shows more.";

    private static string Sentence(string why) => $"{char.ToUpperInvariant(why[0])}{why[1..].TrimEnd('.')}.";
}
