using LeadBot.Dialog.Conversations;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Wording;

/// <summary>What stands on a deal's card, in the list of deals and in its history.</summary>
internal static class DealCardWords
{
    public const string Sunk = "Hours sunk";
    public const string Next = "Next step";
    public const string Verdict = "Verdict";
    public const string Stage = "Stage";
    public const string LastTouch = "Last touch";
    public const string Value = "Value";
    public const string OwnerLabel = "Owner";
    public const string AskOn = "Ask them on";
    public const string InCrm = "Open it in the CRM";
    public const string NothingPlanned = "none planned";
    public const string DealsTitle = "Your deals";
    public const string NoDeals = "You have no open deals. \"qualify NAME\" starts one.";
    public const string Parked = "Parked";

    public static string Step(NextStep next) => $"{next.What}, {Days.Day(next.Due)}";

    public static string TouchSaid(string day, string? said) => said is null ? day : $"{day}: \"{said}\"";

    public static string Kept(string verdict, Keeping kept, AmountLanguage language) => $"{verdict}, kept ({Days.Duration(kept.HourBudget, language)} at most): {kept.Reason}";

    public static string Line(Deal deal, Domain.Staleness.Standing standing, AmountLanguage language)
    {
        string?[] parts = [HealthWords.Reason(standing, deal.Course), deal.Course.HoursSunk > 0 ? TouchWords.Sunk(deal.Course.HoursSunk, language) : null];
        var why = string.Join("; ", parts.OfType<string>());
        return $"{HealthWords.Title(deal.Name, standing.Health)}.{(why.Length > 0 ? $" {HealthWords.Capital(why)}." : "")}{(deal.Course.Next is { } next ? $" Next: {Step(next)}." : "")}";
    }

    public static string ParkedLine(Deal deal) => deal.ParkedUntil is { } until ? $"{deal.Name}, until {Days.Day(until)}" : deal.Name;

    public static string MoreDeals(int count) => $"… and {count} more; \"deal NAME\" shows one.";

    public static string Counts(int open, int parked) => (open, parked) switch
    {
        (_, 0) => $"{open} open.",
        _ => $"{open} open, {parked} parked.",
    };
}
