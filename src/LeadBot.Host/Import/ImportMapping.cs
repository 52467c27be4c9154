using LeadBot.Domain.Deals;

namespace LeadBot.Host.Import;

/// <summary>What a mapping file says of a deal file; empty: everything is recognised by itself.</summary>
/// <param name="Columns">The header of each field that is not to be guessed.</param>
/// <param name="Owners">Whom the CRM's owners are in LeadBot: a name or an id.</param>
/// <param name="States">What the CRM's states and stages come to.</param>
/// <param name="CommaDecimals">"1.500,00"; null: as semicolon-separated files have it, and no others.</param>
/// <param name="DayFirst">"3/4/2027" is in April; null: as semicolon-separated files have it, and no others.</param>
/// <param name="Address">Where a deal can be opened, with <c>{id}</c> in the place of its id; null: the file says.</param>
public sealed record ImportMapping(
    IReadOnlyDictionary<CrmField, string> Columns,
    IReadOnlyDictionary<string, string> Owners,
    IReadOnlyDictionary<string, DealState> States,
    bool? CommaDecimals,
    bool? DayFirst,
    string? Address)
{
    /// <summary>Nothing said.</summary>
    public static readonly ImportMapping None = new(
        new Dictionary<CrmField, string>(), new Dictionary<string, string>(), new Dictionary<string, DealState>(), null, null, null);
}
