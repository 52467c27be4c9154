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
    DealQualification? Qualification = null)
{
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
public sealed record Keeping(VerdictKind Against, string Reason, decimal HourBudget, DateTimeOffset At);

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
