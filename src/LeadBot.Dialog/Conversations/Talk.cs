using LeadBot.Dialog.Cards;

namespace LeadBot.Dialog.Conversations;

/// <summary>Decides what a message means and what is answered. Pure: the same input gives the same decision.</summary>
public static class Talk
{
    /// <summary>What has to be loaded before <see cref="Decide"/>.</summary>
    public static TurnNeeds Needs(Incoming.IncomingMessage message, Conversation conversation) =>
        new(conversation.Deal, null);

    /// <summary>The decision on one message.</summary>
    public static Decision Decide(TurnInput input) =>
        new(input.Conversation with { LastHeard = input.Now }, [Card.Of("Hello.")]);
}
