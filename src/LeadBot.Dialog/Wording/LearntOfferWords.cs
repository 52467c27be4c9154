using LeadBot.Domain.Staleness;

namespace LeadBot.Dialog.Wording;

/// <summary>Said to an admin about a silence limit that was learnt.</summary>
internal static class LearntOfferWords
{
    /// <param name="inUse">In working days.</param>
    public static string Offer(LearntLimit learnt, int inUse) =>
        $"Your finished deals ({learnt.Wins} won, {learnt.Losses} lost) speak for calling a deal stale after {Working(learnt.Limit)} of silence; now it is {inUse}. "
        + $"Deals you won were never silent for more than {Working(learnt.MostWonSilence)}. Nothing changes until you say so: \"settings learnt\".";

    private static string Working(int days) => days == 1 ? "1 working day" : $"{days} working days";
}
