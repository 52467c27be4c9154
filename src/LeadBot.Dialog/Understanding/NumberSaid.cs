using LeadBot.Domain.Qualification;

namespace LeadBot.Dialog.Understanding;

/// <summary>A number as it was said.</summary>
/// <param name="From">At least 0.</param>
/// <param name="To">At least <paramref name="From"/>; null: no upper end ("over 5").</param>
/// <param name="Under">"Under 5": <paramref name="To"/> itself is left out.</param>
public readonly record struct NumberSaid(decimal From, decimal? To, bool Under = false)
{
    /// <summary>Answers include both ends, so that "under 5" ends 0.01 before it and touches no band that begins there.</summary>
    public Answer.Quantity ToAnswer() => new(From, Under ? Math.Max(From, To!.Value - 0.01m) : To);
}
