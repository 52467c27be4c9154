using LeadBot.Domain;
using LeadBot.Domain.Qualification;

namespace LeadBot.Dialog.Understanding;

/// <summary>Money as it was said, per <paramref name="Per"/>.</summary>
/// <param name="From">At least 0.</param>
/// <param name="To">At least <paramref name="From"/>; null: no upper end ("over 5k").</param>
/// <param name="Under">"Under 150", "2 to 10k": <paramref name="To"/> itself is left out.</param>
/// <param name="Currency">Null when none was named.</param>
/// <param name="BySign">The currency was named by something several share ("$", "bucks", "kr"); see <see cref="Fits"/>.</param>
public sealed record AmountSaid(decimal From, decimal? To, Period Per, Currency? Currency = null, bool BySign = false, bool Under = false)
{
    /// <summary>Recurring money counts twelve months. Answers include both ends, so that "under 1000" ends 0.01 before it and touches no band that begins there.</summary>
    public Answer.Amount ForTwelveMonths()
    {
        var times = Per == Period.Month ? 12 : 1;
        return new Answer.Amount(From * times, Under ? Math.Max(From * times, To!.Value * times - 0.01m) : To * times, Per);
    }

    /// <summary>Whether it can be an amount in <paramref name="playbook"/>'s currency: none was named, that one, or a sign it shares.</summary>
    public bool Fits(Currency playbook) =>
        Currency is not { } said || said == playbook || BySign && Currencies.ShareSign(said, playbook);
}
