using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Deals;

namespace LeadBot.Host.Import;

/// <summary>A deal as a line of a file says it.</summary>
/// <param name="CrmId">Null: the file gives it none.</param>
/// <param name="LeadBotId">From an export.</param>
public sealed record CrmDeal(
    long Line,
    string? CrmId,
    DealId? LeadBotId,
    string? Address,
    string Name,
    Person Owner,
    string? Stage,
    decimal? Value,
    DealState State,
    DateOnly? ParkedUntil,
    DateTimeOffset? Created,
    DateTimeOffset? ClosedOn,
    DateOnly? LastActivity,
    decimal Hours,
    int PutOffs,
    string? LostReason,
    string? Note,
    decimal HoursFreed)
{
    /// <summary>What is remembered of it, to tell next time what the CRM changed from what the rep did.</summary>
    public CrmSaid Said => new(Name, Owner.Id, Stage, Value, State, LastActivity);
}

/// <summary>What a line comes to: a deal, or why not.</summary>
public abstract record LineRead
{
    private LineRead()
    {
    }

    public sealed record Good(CrmDeal Deal) : LineRead;

    /// <summary>Something in it cannot be read.</summary>
    public sealed record Faulty(long Line, string Sentence) : LineRead;

    /// <summary>Its owner has not talked to LeadBot yet; it waits for them.</summary>
    /// <param name="Owner">As the file says; empty: it names nobody.</param>
    public sealed record OwnerUnknown(long Line, string Owner) : LineRead;

    /// <summary>It is gone in the CRM.</summary>
    public sealed record Deleted(long Line) : LineRead;
}
