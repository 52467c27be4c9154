using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Conversations;

/// <summary>How a conversation came to its end.</summary>
public enum Departure
{
    /// <summary>The channel refuses what is written there: blocked, uninstalled, or the person left.</summary>
    Refused,

    /// <summary>The channel said that the bot was uninstalled or taken out.</summary>
    TakenOut,

    /// <summary>There never was one: the channel lets the bot begin none.</summary>
    NeverBegun,
}

/// <summary>What an admin is told unasked: what happened, and what to do about it.</summary>
public static class Reports
{
    /// <summary>A person gets no reminders any more.</summary>
    /// <param name="deals">The names of their open and parked deals, the most urgent first.</param>
    public static Card OutOfReach(Person person, Departure how, IReadOnlyList<string> deals) =>
        Card.Of($"{ReportWords.OutOfReach(person.Name, how)} {ReportWords.TheirDeals(person.Name, deals)}");

    /// <summary>Why what waited in a conversation the bot was taken out of was given up.</summary>
    public static string TakenOut => ReportWords.TakenOut;

    /// <summary>A linked channel gets no posts any more.</summary>
    public static Card NoPosts(LinkedChannel channel) => Card.Of(ReportWords.NoPosts(channel.Name));

    /// <summary>Messages were given up.</summary>
    /// <param name="count">At least 1.</param>
    /// <param name="why">The newest one's reason, a sentence of the channel's.</param>
    public static Card GivenUp(int count, string why) => Card.Of(ReportWords.GivenUp(count, why));
}
