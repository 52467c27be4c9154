namespace LeadBot.Domain.Deals;

/// <summary>A changed deal. In a decision its revision is already counted up by one; the rules leave that to the turn.</summary>
/// <param name="What">What happened to it, in order; at least one line for its history.</param>
public sealed record DealChange(Deal Deal, IReadOnlyList<Happening> What);
