using System.Text.Json.Serialization;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Digests;

/// <summary>Why something needs a manager.</summary>
public enum Need
{
    /// <summary>A deal that is strung along was listed three times without anything happening.</summary>
    StrungAlongInVain,

    /// <summary>Five digests of the rep went unpressed; theirs come weekly now.</summary>
    DigestsUnpressed,

    /// <summary>A deal kept against its verdict costs more than its hour budget.</summary>
    OverBudget,

    /// <summary>The hours or the price were edited after a verdict.</summary>
    EditedAfterVerdict,

    /// <summary>The price was cut.</summary>
    PriceCut,

    /// <summary>"Not now" was said twice; the digest offers it no more.</summary>
    NotNowUsedUp,

    /// <summary>The rep's deals that are left strung along (<see cref="Digests.LeftStrungAlong"/>); found anew each time, never kept.</summary>
    LeftStrungAlong,

    /// <summary>The rep cannot be reached any more and has deals (<see cref="GoneRep"/>); found anew each time, never kept.</summary>
    Gone,
}

/// <summary>
/// Something a manager has to hear of, kept when it happens: <see cref="Raises.Of"/> says which with every deal that is
/// saved, <see cref="DigestDecision.Raised"/> with every digest. Kept under workspace and <see cref="About"/>; a newer one
/// takes the place of the older. It may be forgotten after 60 days, or once its deal is closed.
/// </summary>
/// <param name="Rep">The deal's owner then.</param>
/// <param name="Deal">Null where it is about the rep: for <see cref="Need.DigestsUnpressed"/>, <see cref="Need.LeftStrungAlong"/> and <see cref="Need.Gone"/>.</param>
/// <param name="What">For <see cref="Need.EditedAfterVerdict"/> and <see cref="Need.PriceCut"/>: what happened.</param>
public sealed record Raised(Need Need, PersonId Rep, DealId? Deal, DateTimeOffset At, Happening? What = null)
{
    /// <summary>What it is about: <c>PriceCut:DEAL</c>, <c>DigestsUnpressed:PERSON</c>.</summary>
    [JsonIgnore]
    public string About => $"{Need}:{Deal?.ToString() ?? Rep.Value}";
}

/// <summary>
/// Something raised, as it stands today, for one of those who hear of it (<see cref="Oversight"/>).
/// </summary>
/// <param name="Rep">The deal's owner today, or the rep it is about.</param>
/// <param name="Unpressed">The rep's digests in a row of which no button was pressed.</param>
/// <param name="Deal">The deal and how its owner's digest listed it last; null where it is about the rep.</param>
/// <param name="Told">How this manager was told last, from <see cref="DigestDecision.Told"/>; null: never.</param>
/// <param name="Waiting">For <see cref="Need.DigestsUnpressed"/>: the rep's three most urgent deals whose <c>attention_at</c> has come; for <see cref="Need.LeftStrungAlong"/>: the three most urgent of those; for <see cref="Need.Gone"/>: the three silent for longest.</param>
/// <param name="MoreWaiting">… and how many more there are.</param>
public sealed record RaisedNow(
    Raised Raised,
    Person Rep,
    int Unpressed,
    DueDeal? Deal,
    Listed? Told,
    IReadOnlyList<Deal> Waiting,
    int MoreWaiting)
{
    /// <summary>For <see cref="Need.Gone"/>: working days of the longest silence.</summary>
    public int Silent { get; init; }
}
