using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Staleness;

namespace LeadBot.Dialog.Digests;

/// <summary>A silence limit learnt from a workspace's own deals, offered to its admin.</summary>
public static class LearntOffer
{
    /// <param name="inUse">The limit it would take the place of, in working days.</param>
    public static Card Draw(LearntLimit learnt, int inUse) => Card.Of(LearntOfferWords.Offer(learnt, inUse));
}
