using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Conversations;

/// <summary>What can be taken back: everything one message of the sender changed.</summary>
/// <param name="At">UTC.</param>
/// <param name="Deals">Each with how it was before (null: the message created it), how it is now, and what happened to it.</param>
public sealed record UndoableChange(DateTimeOffset At, IReadOnlyList<UndoableDeal> Deals);

/// <summary>One deal of an <see cref="UndoableChange"/>.</summary>
/// <param name="Changed">The revision the change made. Later ones that were taken back again, and the taking back itself, leave the deal as the change made it.</param>
/// <param name="Since">The newest later change that still stands, somebody's or the clock's; null when there is none, and only then can it be taken back.</param>
public sealed record UndoableDeal(Deal? Before, Deal Now, long Changed, IReadOnlyList<Happening> What, DealEvent? Since = null);
