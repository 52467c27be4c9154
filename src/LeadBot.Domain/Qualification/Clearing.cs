using LeadBot.Domain.Playbooks;

namespace LeadBot.Domain.Qualification;

/// <summary>
/// The worth of an hour under frozen terms. Delivery happens only after a win, so an hour is worth
/// chance × price ÷ (selling + chance × delivery).
/// </summary>
internal sealed record Clearing(Worth Worth, Terms Terms)
{
    private decimal Chance => (decimal)Terms.Chance;

    /// <summary>The larger of the estimate and the hours since the last progress.</summary>
    public decimal Selling(decimal? asked) => Math.Max(asked ?? Worth.SellingHours, Terms.HoursSinceProgress);

    public decimal Delivery(decimal? asked) => asked ?? Worth.DeliveryHours;

    /// <summary>The price at which an hour is worth the floor, rounded up to the cent.</summary>
    public decimal Price(decimal? selling, decimal? delivery) =>
        decimal.Round(Terms.FloorPerHour * Hours(selling, delivery) / Chance, 2, MidpointRounding.ToPositiveInfinity);

    public WorthPerHour Of(decimal price, decimal? selling, decimal? delivery)
    {
        var hours = Hours(selling, delivery);
        return new WorthPerHour(
            hours > 0 ? decimal.Round(Chance * price / hours, 2) : 0,
            Terms.FloorPerHour,
            Price(selling, delivery),
            Terms.Chance,
            Selling(selling),
            Delivery(delivery));
    }

    private decimal Hours(decimal? selling, decimal? delivery) => Selling(selling) + Chance * Delivery(delivery);
}
