using LeadBot.Domain.Playbooks;

namespace LeadBot.Domain.Qualification;

/// <summary>Whether an edited price is a cut, so that the rep is asked what they gave for it.</summary>
public static class PriceCuts
{
    /// <summary>
    /// From which price to which it was cut: the lowest each answer may mean, as in the worth of an hour. Null when it was
    /// not: it rose, was only said more or less exactly, or one of the two is no price.
    /// </summary>
    /// <param name="price">The money question; bands chosen by their buttons are read by its edges.</param>
    public static (decimal From, decimal To)? Between(Question price, Answer before, Answer after) =>
        Range(price, before) is var (from, most) && Range(price, after) is var (to, mostAfter) && to < from && mostAfter <= most ? (from, to) : null;

    private static (decimal Least, decimal Most)? Range(Question price, Answer answer)
    {
        switch (answer)
        {
            case Answer.Amount amount:
                return (amount.From, amount.To ?? decimal.MaxValue);
            case Answer.Picked picked when price.Outcomes.TakeWhile(o => o.Id != picked.Outcome).Count() is var place && place < price.Outcomes.Count:
                return (place == 0 ? 0 : price.Outcomes[place - 1].Below ?? 0, price.Outcomes[place].Below ?? decimal.MaxValue);
            default:
                return null;
        }
    }
}
