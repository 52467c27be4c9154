using LeadBot.Dialog.Cards;
using LeadBot.Domain;

namespace LeadBot.Storage.Delivering;

/// <summary>A conversation whose messages this process, and nobody else, delivers until the lease runs out.</summary>
/// <param name="Conversation">Its row's id.</param>
/// <param name="Messages">The oldest of its waiting messages, in order.</param>
/// <param name="Attempts">Failures since the last message that arrived.</param>
/// <param name="Unopened">It has to be opened first; <paramref name="Address"/> is that of a message of the person's elsewhere.</param>
public sealed record Held(
    long Conversation, WorkspaceId Workspace, string Channel, string Address, DateTimeOffset LeaseUntil, int Attempts, IReadOnlyList<WaitingMessage> Messages, bool Unopened = false)
{
    /// <summary>How long a conversation is held at a time; well over the ten seconds a channel has to answer.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(25);
}

/// <summary>A message that waits to be sent.</summary>
public sealed record WaitingMessage(long Id, Lazy<Card> Card, DateTimeOffset SaidAt);
