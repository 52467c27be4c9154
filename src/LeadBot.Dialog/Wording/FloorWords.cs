using LeadBot.Dialog.Conversations;
using LeadBot.Domain;

namespace LeadBot.Dialog.Wording;

/// <summary>Said about what an hour must bring.</summary>
internal static class FloorWords
{
    public const string Label = "Floor per hour";
    public const string Field = "An amount an hour, for example 60";
    public const string Change = "Change floor";
    public const string None = "none: this playbook asks for no price";
    public const string Off = "off";
    public const string AsPlaybooks = "As the playbook says";
    public const string SetToPlaybooks = "Noted: each playbook's own floor counts again.";

    public static string PerHour(decimal floor, Currency currency, AmountLanguage language) => $"{Money.Amount(floor, currency, language)} an hour";

    public static string OfPlaybook(decimal floor, Currency currency, AmountLanguage language) => $"{PerHour(floor, currency, language)} (the playbook's)";

    public static string Ask(string now) => $"The floor is {now}. What must an hour bring? Deals worth less are walked away from. For example \"settings floor 60\"; \"off\" takes the playbook's own.";

    public static string Again(Currency currency, AmountLanguage language) => $"The floor is one amount an hour, above 0 and at most {Money.Amount(100_000, currency, language)}. For example \"settings floor 60\".";

    public static string OtherCurrency(Currency currency) => $"The playbook counts in {currency.Code}; name the floor in that.";

    public static string Set(decimal floor, Currency currency, AmountLanguage language) =>
        $"Noted: an hour must bring {Money.Amount(floor, currency, language)}. Deals already being qualified keep the floor they began with.";
}
