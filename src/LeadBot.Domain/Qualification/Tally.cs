namespace LeadBot.Domain.Qualification;

/// <summary>
/// What a set of answers comes to, as far as any rule can see. Tallies of single questions add up to that of the
/// sheet, which is why a verdict and whether it is settled cost one pass over the questions.
/// </summary>
/// <param name="Lower">Every open or unknown question at its worst.</param>
/// <param name="Upper">Every open or unknown question at its best.</param>
/// <param name="LeastUpper">The smallest <paramref name="Upper"/> any completion of the open questions can leave.</param>
/// <param name="MostLower">The largest <paramref name="Lower"/> of a completion after which nothing unknown can end or park it; far below zero when there is none.</param>
/// <param name="ParkGap">How far <paramref name="Upper"/> falls at least when an open question is answered with an outcome that parks.</param>
internal readonly record struct Tally(int Lower, int Upper, int LeastUpper, int MostLower, int ParkGap, Facts Facts)
{
    /// <summary>Beyond any sum of points.</summary>
    public const int Never = 1_000_000;

    public static readonly Tally Nothing = new(0, 0, 0, 0, Never, Facts.None);

    public static Tally operator +(Tally a, Tally b) => new(
        a.Lower + b.Lower,
        a.Upper + b.Upper,
        a.LeastUpper + b.LeastUpper,
        a.MostLower + b.MostLower,
        Math.Min(a.ParkGap, b.ParkGap),
        a.Facts | b.Facts);

    /// <summary>A known answer: nothing about it can move.</summary>
    public static Tally Known(int points, Facts facts) => new(points, points, points, points, Never, facts);

    public bool Has(Facts fact) => (Facts & fact) != 0;

    /// <summary>The first rule that holds, (a) to (f).</summary>
    public VerdictRule Rule(Thresholds at)
    {
        if (Has(Facts.KnockedOut))
        {
            return VerdictRule.KnockedOut;
        }

        if (Upper < at.WalkBelow)
        {
            return VerdictRule.OutOfReach;
        }

        if (Has(Facts.Parked))
        {
            return VerdictRule.ParkedByAnswer;
        }

        if (Upper < at.PursueAt)
        {
            return at.ParkedBefore ? VerdictRule.ShortAgain : VerdictRule.ShortOfPursue;
        }

        return Lower >= at.PursueAt && !Has(Facts.CanEnd) ? VerdictRule.Enough : VerdictRule.Undecided;
    }

    /// <summary>
    /// Whether every completion of the open questions, don't know included, gives the kind of <paramref name="rule"/>.
    /// The rules treat open and unknown alike, so answering only "don't know" keeps today's kind; it remains to see
    /// whether some other completion leaves it. Answers only lower <see cref="Upper"/> and raise <see cref="Lower"/>.
    /// </summary>
    public bool Settles(VerdictRule rule, Thresholds at) => rule switch
    {
        VerdictRule.KnockedOut or VerdictRule.OutOfReach or VerdictRule.Enough => true,
        VerdictRule.ParkedByAnswer or VerdictRule.ShortOfPursue => !Has(Facts.OpenCanKnockOut) && LeastUpper >= at.WalkBelow,
        VerdictRule.ShortAgain => Upper - ParkGap < at.WalkBelow,
        _ => !Has(Facts.OpenCanKnockOut) && ParkGap == Never && LeastUpper >= at.PursueAt && MostLower < at.PursueAt,
    };

    /// <summary>The kind a rule gives.</summary>
    public static VerdictKind KindOf(VerdictRule rule) => rule switch
    {
        VerdictRule.KnockedOut or VerdictRule.OutOfReach or VerdictRule.ShortAgain => VerdictKind.WalkAway,
        VerdictRule.ParkedByAnswer or VerdictRule.ShortOfPursue => VerdictKind.Park,
        VerdictRule.Enough => VerdictKind.Pursue,
        _ => VerdictKind.AskFirst,
    };
}

/// <summary>What points are held against.</summary>
/// <param name="ParkedBefore">Being short of Pursue parked it already; a second time walks away.</param>
internal readonly record struct Thresholds(int PursueAt, int WalkBelow, bool ParkedBefore);

/// <summary>What holds for at least one question.</summary>
[Flags]
internal enum Facts : byte
{
    None = 0,
    KnockedOut = 1,
    Parked = 2,

    /// <summary>Some completion of the open questions knocks out.</summary>
    OpenCanKnockOut = 4,

    /// <summary>An open or unknown question can knock out or park.</summary>
    CanEnd = 8,
}
