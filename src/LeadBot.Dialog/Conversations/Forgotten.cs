using LeadBot.Domain;

namespace LeadBot.Dialog.Conversations;

/// <summary>What is deleted for good: no undo, no trace of a name or a word.</summary>
public abstract record Forgotten
{
    private Forgotten()
    {
    }

    public sealed record Deal(DealId Id) : Forgotten;

    /// <summary>The person, and every deal that is theirs.</summary>
    public sealed record Person(PersonId Id) : Forgotten;
}
