using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Digests;

/// <summary>How a digest listed a deal last, or an exceptions digest a <see cref="RaisedNow"/>.</summary>
/// <param name="On">The day, in the zone of the deal's owner (of the manager in an exceptions digest).</param>
/// <param name="Times">How often in a row it was listed unchanged, from 1.</param>
/// <param name="AsOf">When it had changed last as it was listed (<see cref="Course.ChangedAt"/>, <see cref="Raised.At"/>), UTC; another time now means it changed since.</param>
/// <param name="ParkOn">The day for which auto-park was announced, with five days' notice; void once the deal changed. Null: it was not.</param>
public sealed record Listed(DateOnly On, int Times, DateTimeOffset AsOf, DateOnly? ParkOn = null);

/// <summary>A deal whose <c>attention_at</c> has come, and how it was listed last; null: never.</summary>
/// <param name="Look">What was kept of when to look at it; null: it was not read.</param>
public sealed record DueDeal(Deal Deal, Listed? Listed, NextLook? Look = null);

/// <summary>The due deals of a colleague who is away, for the one who covers them.</summary>
public sealed record CoveredDeals(Person Away, IReadOnlyList<DueDeal> Deals);

/// <summary>The last digest somebody got, deals or exceptions.</summary>
/// <param name="At">When it was made, UTC.</param>
/// <param name="Zone">The IANA id of their zone then.</param>
public sealed record LastDigest(DateTimeOffset At, string Zone);

/// <summary>Everything one person's digest is made of.</summary>
/// <param name="Now">UTC.</param>
/// <param name="Unpressed">Digests in a row of which they pressed no button.</param>
/// <param name="Last">Null: they never got one.</param>
/// <param name="Own">Their open and parked deals with <c>attention_at</c> at or before <paramref name="Now"/>, the most urgent first; as many as <see cref="Reminder.MostLookedAt"/>.</param>
/// <param name="Covered">The same of everybody who is away today and named them as cover.</param>
/// <param name="Exceptions">For a manager: everything raised about the reps they look after. Empty for all others.</param>
/// <param name="Playbooks">Those of the deals.</param>
public sealed record DigestInput(
    DateTimeOffset Now,
    Workspace Workspace,
    Person Person,
    int Unpressed,
    LastDigest? Last,
    IReadOnlyList<DueDeal> Own,
    IReadOnlyList<CoveredDeals> Covered,
    IReadOnlyList<RaisedNow> Exceptions,
    PlaybookShelf Playbooks,
    HolidayShelf Holidays,
    TeamRecord Team)
{
    /// <summary>How many deals of theirs and of those they cover have their <c>attention_at</c> behind them, beyond those that are here.</summary>
    public int NotLoaded { get; init; }
}

/// <summary>What comes of it. Whatever was not listed is looked at again from its new <see cref="Attention.At"/> on.</summary>
/// <param name="Digest">Null: nothing to say.</param>
/// <param name="Exceptions">What needs them as a manager; null: nothing.</param>
/// <param name="Changes">What the clock did to deals, listed or not; revisions are counted up by one. By nobody, in the history.</param>
/// <param name="Listings">The listed deals in the order shown, covered ones included; kept with the digest, so that an old one can be drawn again.</param>
/// <param name="NextAt">When to look at this person again, UTC; null: never, as things stand.</param>
public sealed record DigestDecision(
    Card? Digest,
    Card? Exceptions,
    IReadOnlyList<DealChange> Changes,
    IReadOnlyList<(DealId Deal, Listed Listed)> Listings,
    DateTimeOffset? NextAt)
{
    /// <summary>By <see cref="Raised.About"/>: what the exceptions digest told this manager, and how often.</summary>
    public IReadOnlyList<(string About, Listed Listed)> Told { get; init; } = [];

    /// <summary>What this rep's manager has to hear of.</summary>
    public IReadOnlyList<Raised> Raised { get; init; } = [];

    /// <summary>Why it is sent, a line per listed deal or exception: for "reminders".</summary>
    public IReadOnlyList<string> Why { get; init; } = [];
}
