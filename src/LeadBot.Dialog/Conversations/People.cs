using LeadBot.Domain;
using LeadBot.Domain.Playbooks;

namespace LeadBot.Dialog.Conversations;

/// <summary>A person and what they set for themselves.</summary>
/// <param name="TimeZone">IANA id: set by the person, else from the channel, else UTC (in local mode the machine's).</param>
/// <param name="TimeZoneIsTheirs">The person set it; the channel no longer changes it.</param>
/// <param name="Amounts">How they write amounts.</param>
public sealed record Person(
    PersonId Id,
    WorkspaceId Workspace,
    string Name,
    string TimeZone,
    bool TimeZoneIsTheirs = false,
    AmountLanguage Amounts = AmountLanguage.PointDecimal)
{
    /// <summary>The zone, or UTC when the stored id is unknown to this machine.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public TimeZoneInfo Zone => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>The person's own day.</summary>
    public DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime);
}

/// <summary>How a person writes amounts and numeric dates: 1,500.00 and month before day, or 1.500,00 and day before month. What was typed is read in either form.</summary>
public enum AmountLanguage
{
    /// <summary>1,500.00</summary>
    PointDecimal,

    /// <summary>1.500,00</summary>
    CommaDecimal,
}

/// <summary>A workspace and what its admins set.</summary>
/// <param name="Admin">Who installed the bot; in local mode the first person. Null until somebody is.</param>
/// <param name="Playbook">The playbook used where a channel has none of its own; null: <c>lose-fast</c>.</param>
/// <param name="ChannelPlaybooks">By <see cref="Incoming.Place.TeamChannel"/>.</param>
/// <param name="FloorPerHour">Overrides the playbooks' own floor; null: theirs.</param>
public sealed record Workspace(
    WorkspaceId Id,
    PersonId? Admin,
    PlaybookId? Playbook,
    IReadOnlyDictionary<string, PlaybookId> ChannelPlaybooks,
    decimal? FloorPerHour);
