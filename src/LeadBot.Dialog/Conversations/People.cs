using System.Text.Json.Serialization;
using LeadBot.Domain;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Staleness;

namespace LeadBot.Dialog.Conversations;

/// <summary>A person and what they set for themselves.</summary>
/// <param name="TimeZone">IANA id: set by the person, else from the channel, else UTC (in local mode the machine's).</param>
/// <param name="TimeZoneIsTheirs">The person set it; the channel no longer changes it.</param>
/// <param name="Amounts">How they write amounts.</param>
/// <param name="Digest">When they may be reminded.</param>
/// <param name="Absences">When they are away, and who looks after their deals meanwhile.</param>
/// <param name="Holidays">The name of their holiday calendar; null: the workspace's.</param>
/// <param name="Team">The linked team channel they were heard in last (<see cref="Incoming.Place.TeamChannel"/>); null: none yet.</param>
public sealed record Person(
    PersonId Id,
    WorkspaceId Workspace,
    string Name,
    string TimeZone,
    bool TimeZoneIsTheirs = false,
    AmountLanguage Amounts = AmountLanguage.PointDecimal,
    DigestTimes? Digest = null,
    IReadOnlyList<Absence>? Absences = null,
    string? Holidays = null,
    string? Team = null)
{
    /// <summary>When they may be reminded.</summary>
    public DigestTimes Digest { get; init; } = Digest ?? DigestTimes.Usual;

    /// <summary>When they are away.</summary>
    public IReadOnlyList<Absence> Absences { get; init; } = Absences ?? [];

    /// <summary>The zone, or UTC when the stored id is unknown to this machine.</summary>
    [JsonIgnore]
    public TimeZoneInfo Zone => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>The person's own day.</summary>
    public DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime);
}

/// <summary>When a person may be reminded, in their own time zone.</summary>
/// <param name="At">The digest's time of day; nothing comes earlier.</param>
/// <param name="QuietFrom">A digest that is late comes before this time or on the next of their days.</param>
/// <param name="Days">Their working days; at least one.</param>
/// <param name="MutedUntil">No digest before this day; <see cref="DateOnly.MaxValue"/>: not until they say so.</param>
/// <param name="MostDeals">Deals in one digest, 1 to 10.</param>
public sealed record DigestTimes(TimeOnly At, TimeOnly QuietFrom, IReadOnlyList<DayOfWeek> Days, DateOnly? MutedUntil = null, int MostDeals = 5)
{
    /// <summary>Half past eight until six, Monday to Friday.</summary>
    public static readonly DigestTimes Usual = new(
        new TimeOnly(8, 30), new TimeOnly(18, 0), [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday]);
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
/// <param name="Admins">Further admins, named by one.</param>
/// <param name="Managers">Named by an admin. A manager looks after their own team, without one after everybody; what needs one where there is none the admins hear.</param>
/// <param name="Stages">In the order a deal goes through them; may be empty.</param>
/// <param name="Silence">When a deal is stale or strung along.</param>
/// <param name="Channels">The linked team channels, by <see cref="Incoming.Place.TeamChannel"/>.</param>
/// <param name="AutoParkAfter">Stale deals are parked after this many more working days, announced five days before; null: never. 5 to 250.</param>
/// <param name="Holidays">The name of the holiday calendar; null: none.</param>
public sealed record Workspace(
    WorkspaceId Id,
    PersonId? Admin,
    PlaybookId? Playbook,
    IReadOnlyDictionary<string, PlaybookId> ChannelPlaybooks,
    decimal? FloorPerHour,
    IReadOnlyList<PersonId>? Admins = null,
    IReadOnlyList<PersonId>? Managers = null,
    IReadOnlyList<Stage>? Stages = null,
    SilencePolicy? Silence = null,
    IReadOnlyDictionary<string, LinkedChannel>? Channels = null,
    int? AutoParkAfter = null,
    string? Holidays = null)
{
    public IReadOnlyList<PersonId> Admins { get; init; } = Admins ?? [];

    public IReadOnlyList<PersonId> Managers { get; init; } = Managers ?? [];

    public IReadOnlyList<Stage> Stages { get; init; } = Stages ?? [];

    public SilencePolicy Silence { get; init; } = Silence ?? SilencePolicy.Usual;

    public IReadOnlyDictionary<string, LinkedChannel> Channels { get; init; } = Channels ?? new Dictionary<string, LinkedChannel>();

    /// <summary>The organisation that installed the bot for this workspace, too; null: the workspace did itself.</summary>
    public WorkspaceId? Organisation { get; init; }

    /// <summary>When the bot was uninstalled there, UTC; nobody is reminded or written to since. Null once somebody is heard again.</summary>
    public DateTimeOffset? UninstalledAt { get; init; }

    /// <summary>Installed the bot, or was named by an admin.</summary>
    public bool IsAdmin(PersonId person) => Admin == person || Admins.Contains(person);

    /// <summary>Named as one; an admin is none by that alone.</summary>
    public bool IsManager(PersonId person) => Managers.Contains(person);

    /// <summary>May hear what needs a manager; of whose deals, <see cref="Digests.Oversight"/> says.</summary>
    public bool MayHearExceptions(PersonId person) => IsManager(person) || IsAdmin(person);

    /// <summary>The team whose reminders they see when they ask; null: everybody's.</summary>
    public string? TeamHeardOf(Person by) => IsManager(by.Id) ? by.Team : null;

    /// <summary>What a deal's silence is held against: its stage's limit, else the learnt one once approved, else the workspace's.</summary>
    public SilenceRules RulesFor(string? stage) => new(
        Stages.FirstOrDefault(s => s.Name.Equals(stage, StringComparison.OrdinalIgnoreCase))?.Limit ?? Silence.Approved?.Limit ?? Silence.Limit,
        Silence.StrungAlongAt);
}

/// <summary>A stage deals go through.</summary>
/// <param name="Name">1 to 40 characters, as typed.</param>
/// <param name="Limit">Its own silence limit in working days, 1 to 250; null: the workspace's.</param>
public sealed record Stage(string Name, int? Limit = null);

/// <summary>When a workspace's deals are stale or strung along.</summary>
/// <param name="Limit">Working days, 1 to 250; used where a stage has none and none was learnt and approved.</param>
/// <param name="StrungAlongAt">Put-offs since the last progress, 1 to 10.</param>
/// <param name="ChanceFloor">The team's floor for the learnt limit: a chance, above 0, at most 0.5.</param>
/// <param name="Approved">The learnt limit in use.</param>
/// <param name="Offered">A learnt limit an admin has yet to approve.</param>
/// <param name="Declined">The learnt limit an admin said no to last; null: none since one was approved.</param>
public sealed record SilencePolicy(
    int Limit, int StrungAlongAt, double ChanceFloor, LearntLimit? Approved = null, LearntLimit? Offered = null, DeclinedLimit? Declined = null)
{
    /// <summary>Three weeks, three put-offs, five per cent.</summary>
    public static readonly SilencePolicy Usual = new(SilenceRules.Usual.Limit, SilenceRules.Usual.StrungAlongAt, 0.05);
}

/// <summary>A learnt limit that was offered, or used, and is not wanted.</summary>
/// <param name="Limit">Working days.</param>
/// <param name="On">The admin's day.</param>
public sealed record DeclinedLimit(int Limit, DateOnly On);

/// <summary>A team channel an admin linked with "post here".</summary>
/// <param name="Name">As the channel says, else a word for it.</param>
/// <param name="Channel">The <see cref="Incoming.Place.Channel"/> that reaches it.</param>
/// <param name="Address">What that channel needs to start a thread there.</param>
/// <param name="WeeklyPost">The wall and the hours freed, once a week.</param>
/// <param name="DropList">With it, at most three deals to drop, once the manager has seen them.</param>
public sealed record LinkedChannel(string Name, string Channel, string Address, bool WeeklyPost = false, bool DropList = false);
