using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Wording;
using LeadBot.Domain.Staleness;

namespace LeadBot.Dialog.Digests;

/// <summary>A silence limit learnt from a workspace's own deals, offered to its admin.</summary>
public static class LearntOffer
{
    /// <summary>A declined one is offered again after a quarter of a year.</summary>
    private const int QuarterDays = 13 * 7;

    /// <summary>
    /// Whether it is news: another than the one in use and the one offered already, and after a no either more than a
    /// fifth away from what was declined, or 13 weeks later.
    /// </summary>
    /// <param name="today">The admin's day.</param>
    public static bool IsDue(LearntLimit learnt, SilencePolicy silence, DateOnly today) =>
        learnt.Limit != (silence.Approved?.Limit ?? silence.Limit)
        && learnt.Limit != silence.Offered?.Limit
        && (silence.Declined is not { } declined || 5 * Math.Abs(learnt.Limit - declined.Limit) > declined.Limit || today >= declined.On.AddDays(QuarterDays));

    /// <param name="inUse">The limit it would take the place of, in working days.</param>
    public static Card Draw(LearntLimit learnt, int inUse) => Card.Of(LearntOfferWords.Offer(learnt, inUse));
}
