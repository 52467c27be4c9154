using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Conversations;

namespace LeadBot.CrashWorker;

/// <summary>Where a message's key makes the process stand still, to be killed there.</summary>
public static class Points
{
    /// <summary>Inside the transaction, before its commit.</summary>
    public const string Deciding = "stand-still-deciding";

    /// <summary>After the channel took the message, before it is marked as sent.</summary>
    public const string Sending = "stand-still-sending";

    /// <summary>Counts the turns of the conversation, and answers with the count.</summary>
    public static Decision Decide(TurnInput input)
    {
        if (input.Message.EventKey == Deciding)
        {
            Console.WriteLine("deciding");
            Thread.Sleep(Timeout.Infinite);
        }

        var turns = 1 + (input.Conversation.Waiting is Waiting.WantedOn counted ? counted.Misses : 0);
        return new Decision(input.Conversation with { Waiting = new Waiting.WantedOn(turns) }, [Card.Of(input.Message.EventKey)]) { OnlyForYou = $"{turns}" };
    }
}
