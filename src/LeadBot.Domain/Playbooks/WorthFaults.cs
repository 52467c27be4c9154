namespace LeadBot.Domain.Playbooks;

/// <summary>Faults of the worth of an hour.</summary>
internal static class WorthFaults
{
    private const decimal MostHours = 100_000;

    public static IEnumerable<PlaybookFault> Of(Playbook playbook) => playbook.Worth is not { } worth ? [] :
    [
        .. OfKind(playbook, worth.Price, QuestionKind.Money, "worth.price", "money"),
        .. Faults.When(worth.FloorPerHour < 0, "worth.floor-per-hour", "'floor-per-hour' is negative. Write what an hour must be worth, or 0."),
        .. Faults.When(worth.PriceFloor < 0, "worth.price-floor", "'price-floor' is negative. Write the lowest price you accept, or 0."),
        .. Faults.When(
            !(worth.Chance is > 0 and <= 1),
            "worth.chance",
            "'chance' must be above 0 and at most 1. Write the share of pursued deals you win, like 0.30."),
        .. worth.SellingHoursAsked is { } selling
            ? OfHours(playbook, selling, "worth.selling-hours")
            : Faults.When(worth.SellingHours is <= 0 or > MostHours, "worth.selling-hours", "'selling-hours' must be above 0. Write the hours it takes until yes or no."),
        .. worth.DeliveryHoursAsked is { } delivery
            ? OfHours(playbook, delivery, "worth.delivery-hours")
            : Faults.OutOf(worth.DeliveryHours, 0, MostHours, "worth.delivery-hours"),
        .. Faults.When(
            worth.SellingHoursAsked is not null && worth.SellingHoursAsked == worth.DeliveryHoursAsked,
            "worth.delivery-hours",
            "Selling hours and delivery hours are asked by the same question. Use two."),
    ];

    private static IEnumerable<PlaybookFault> OfHours(Playbook playbook, QuestionId id, string field)
    {
        foreach (var fault in OfKind(playbook, id, QuestionKind.Number, field, "number"))
        {
            yield return fault;
        }

        var place = playbook.Questions.TakeWhile(q => q.Id != id).Count();
        var last = -1m;
        foreach (var (outcome, i) in (playbook.Find(id)?.Outcomes ?? []).Select((o, i) => (o, i)))
        {
            if (outcome.Hours is null or < 0 or > MostHours || outcome.Hours <= last)
            {
                yield return new PlaybookFault("hours", "Each band of a question for hours needs 'hours' to reckon with, more than the band before it.", place, i);
            }

            last = outcome.Hours ?? last;
        }
    }

    private static IEnumerable<PlaybookFault> OfKind(Playbook playbook, QuestionId id, QuestionKind kind, string field, string name) => Faults.When(
        playbook.Find(id)?.Kind != kind,
        field,
        playbook.Find(id) is null
            ? $"There is no question '{id}'. Name a {name} question of this playbook."
            : $"'{id}' is not a {name} question. Name one that is.");
}
