using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;

namespace LeadBot.Domain.Deals;

/// <summary>Where a deal stands.</summary>
public enum DealState
{
    Open,

    /// <summary>Until <see cref="Deal.ParkedUntil"/>.</summary>
    Parked,
    Won,
    Lost,
}

/// <summary>Something a rep hopes to sell to one prospect.</summary>
/// <param name="Name">As typed, trimmed; 1 to 80 characters.</param>
/// <param name="Revision">Counts every change from 1; a stale one is a conflict.</param>
/// <param name="ParkedUntil">The owner's own day; set while parked, and kept by a loss so that it can be taken back.</param>
/// <param name="ShortParks">How often it was parked for being short of Pursue.</param>
/// <param name="Lost">Set while lost.</param>
/// <param name="Kept">Set when the rep kept it against the verdict; recorded apart from it.</param>
/// <param name="Qualification">Null until the first answer is asked for.</param>
/// <param name="Stage">One of the workspace's stages; null: none was set.</param>
/// <param name="Course">What happened since; a deal stored without one starts its clock on the day it was created.</param>
/// <param name="Value">What it would bring, in the workspace's currency, when somebody or the CRM said so; at least 0.</param>
/// <param name="Crm">Where it stands in the CRM.</param>
/// <param name="WonAt">Set while won.</param>
public sealed record Deal(
    DealId Id,
    WorkspaceId Workspace,
    PersonId Owner,
    string Name,
    DealState State,
    long Revision,
    DateTimeOffset CreatedAt,
    DateOnly? ParkedUntil = null,
    int ShortParks = 0,
    Loss? Lost = null,
    Keeping? Kept = null,
    DealQualification? Qualification = null,
    string? Stage = null,
    Course? Course = null,
    decimal? Value = null,
    CrmLink? Crm = null,
    DateTimeOffset? WonAt = null)
{
    /// <summary>What happened since the deal was started, as far as the silence rules look at it.</summary>
    public Course Course { get; init; } = Course ?? Course.StartingOn(DateOnly.FromDateTime(CreatedAt.UtcDateTime), CreatedAt);

    /// <summary>The longest name a deal may have, in characters; longer ones do not fit a button.</summary>
    public const int LongestName = 80;
}

/// <summary>Why and when a deal was lost.</summary>
/// <param name="Reason">One of the playbook's <see cref="Playbook.LostReasons"/>.</param>
/// <param name="Note">Needed when the reason is "Other".</param>
/// <param name="HoursFreed">An estimate, at least 0.</param>
public sealed record Loss(string Reason, string? Note, DateTimeOffset At, decimal HoursFreed);

/// <summary>A deal kept against its verdict.</summary>
/// <param name="HourBudget">How many hours it may still cost, above 0.</param>
/// <param name="SunkBefore">Hours sunk when it was kept; the budget counts those that come after.</param>
public sealed record Keeping(VerdictKind Against, string Reason, decimal HourBudget, DateTimeOffset At, decimal SunkBefore = 0);

/// <summary>A deal's place in the CRM it was imported from.</summary>
/// <param name="Id">The CRM's own id; unique in a workspace.</param>
/// <param name="Address">Where to open it, http or https; null when the file had none.</param>
/// <param name="Said">What the file said when it was read last: what differs from it now was changed by somebody. Null: not kept yet.</param>
public sealed record CrmLink(string Id, string? Address, CrmSaid? Said = null);

/// <summary>A deal as the CRM's file had it.</summary>
/// <param name="LastActivity">The last day anything happened to it there; null: the file does not say.</param>
public sealed record CrmSaid(string Name, PersonId Owner, string? Stage, decimal? Value, DealState State, DateOnly? LastActivity);

/// <summary>A deal's way through a playbook.</summary>
/// <param name="Playbook">The very text it was started with.</param>
/// <param name="PlaybookId">The playbook whose newest version a restart would take.</param>
/// <param name="Answers">In the order given; at most one a question.</param>
/// <param name="Verdict">The newest verdict shown; null until it was settled once.</param>
/// <param name="ContinuedDespite">The newer text of the playbook in spite of which the rep went on with <paramref name="Playbook"/>.</param>
/// <param name="Confirmed">The day of the conversation in which the prospect still wanted it; a Pursue is final from then on.</param>
public sealed record DealQualification(
    PlaybookHash Playbook,
    PlaybookId PlaybookId,
    Terms Terms,
    DateTimeOffset StartedAt,
    IReadOnlyList<GivenAnswer> Answers,
    VerdictKind? Verdict = null,
    DateOnly? Confirmed = null,
    PlaybookHash? ContinuedDespite = null)
{
    /// <summary>The answer to that question, or null while it is open.</summary>
    public GivenAnswer? AnswerTo(QuestionId question) => Answers.FirstOrDefault(a => a.Question == question);
}
