using LeadBot.Domain.Qualification;

namespace LeadBot.Domain.Ordering;

/// <summary>All of the past that the order of what is open depends on.</summary>
/// <param name="Open">A bit for each open question.</param>
/// <param name="Low">Points of the closed questions, the unknown ones at their worst.</param>
/// <param name="High">The unknown ones at their best.</param>
/// <param name="Joint">Where the price and the hours stand while one of them is open, as <see cref="JointCodes"/> has it; otherwise 0.</param>
internal readonly record struct OrderState(uint Open, int Low, int High, OrderFacts Facts, int Joint)
{
    private const int PointBits = 13;
    private const int PointOffset = 1 << (PointBits - 1);

    public Tally Closed => new(
        Low,
        High,
        High,
        (Facts & OrderFacts.NoPursue) != 0 ? -Tally.Never : Low,
        Tally.Never,
        ((Facts & OrderFacts.Parked) != 0 ? Qualification.Facts.Parked : 0) | ((Facts & OrderFacts.NoPursue) != 0 ? Qualification.Facts.CanEnd : 0));

    /// <summary>
    /// The state in one number, never 0: 20 bits of open questions, 13 of points each way (sums stay within ±4096 since an
    /// outcome has at most ±100), 2 of facts, 15 of the joint rule.
    /// </summary>
    public ulong Key =>
        Open
        | ((ulong)(Low + PointOffset) << 20)
        | ((ulong)(High + PointOffset) << (20 + PointBits))
        | ((ulong)Facts << (20 + 2 * PointBits))
        | ((ulong)Joint << (22 + 2 * PointBits));
}

/// <summary>What else is known of the closed questions.</summary>
[Flags]
internal enum OrderFacts : byte
{
    None = 0,
    Parked = 1,

    /// <summary>Pursue is out of reach: something unknown could still end it, or the points no longer suffice.</summary>
    NoPursue = 2,

    /// <summary>The joint rule knocked out; never a part of a key.</summary>
    KnockedOut = 4,
}
