using LeadBot.Domain.Playbooks;

namespace LeadBot.Domain.Qualification;

/// <summary>What LeadBot says about a deal.</summary>
public enum VerdictKind
{
    /// <summary>Spend the hours here.</summary>
    Pursue,

    /// <summary>One or two named questions decide it.</summary>
    AskFirst,

    /// <summary>Not now.</summary>
    Park,

    /// <summary>Lose it today.</summary>
    WalkAway,
}

/// <summary>Which rule gave the verdict; exactly one applies. Letters as in the product's description.</summary>
public enum VerdictRule
{
    /// <summary>(a) an outcome knocks out, or an hour on it is worth less than the floor.</summary>
    KnockedOut,

    /// <summary>(b) the best that can still come stays under <see cref="Playbook.WalkBelow"/>.</summary>
    OutOfReach,

    /// <summary>(c) an outcome parks.</summary>
    ParkedByAnswer,

    /// <summary>(d) the best that can still come stays under <see cref="Playbook.PursueAt"/>.</summary>
    ShortOfPursue,

    /// <summary>(d) for the second time: parking it once more would be stringing along.</summary>
    ShortAgain,

    /// <summary>(e) the worst that can still come reaches <see cref="Playbook.PursueAt"/>, and nothing open can end or park it.</summary>
    Enough,

    /// <summary>(f) something unknown decides.</summary>
    Undecided,
}

/// <summary>A verdict on a set of answers.</summary>
/// <param name="Settled">No completion of the open questions, "don't know" included, would give another kind.</param>
/// <param name="Points">The sum of the known answers' points.</param>
/// <param name="Lower">The points with every open or unknown question at its worst, knock-outs left out.</param>
/// <param name="Upper">The points with every open or unknown question at its best.</param>
/// <param name="ParkUntil">Set for <see cref="VerdictKind.Park"/>.</param>
/// <param name="Reason">Of a knock-out: the outcome's own words, or null when the worth of an hour decided.</param>
/// <param name="Answers">Every question of the playbook, in its order.</param>
/// <param name="DecidedBy">The questions whose answers decided, most decisive first.</param>
/// <param name="AskFirst">For <see cref="VerdictKind.AskFirst"/>: at most two, the best chance to settle it alone first, then the quickest.</param>
/// <param name="Worth">Once a price is known.</param>
public sealed record Verdict(
    VerdictKind Kind,
    VerdictRule Rule,
    bool Settled,
    int Points,
    int Lower,
    int Upper,
    DateOnly? ParkUntil,
    string? Reason,
    IReadOnlyList<QuestionScore> Answers,
    IReadOnlyList<QuestionId> DecidedBy,
    IReadOnlyList<QuestionId> AskFirst,
    WorthPerHour? Worth);

/// <summary>What one question contributes.</summary>
/// <param name="Standing">Whether it was asked, and whether the answer is known.</param>
/// <param name="Outcome">The outcome its answer came to; null while open or unknown.</param>
/// <param name="Points">0 while open or unknown, and for a knock-out.</param>
/// <param name="KnocksOut">The reason, if it knocks out.</param>
public sealed record QuestionScore(QuestionId Question, Standing Standing, OutcomeId? Outcome, int Points, string? KnocksOut, DateOnly? ParksUntil);

/// <summary>Where a question stands.</summary>
public enum Standing
{
    /// <summary>Not asked yet.</summary>
    Open,

    /// <summary>Asked, and not known; or a date that has passed.</summary>
    Unknown,

    /// <summary>Answered.</summary>
    Known,
}

/// <summary>The worth of an hour on the deal, in the playbook's currency.</summary>
/// <param name="PerHour">chance × price ÷ (selling hours + chance × delivery hours), at the low end of a vague price.</param>
/// <param name="Floor">What an hour must be worth.</param>
/// <param name="ClearingPrice">The price at which an hour is worth the floor: floor × (selling + chance × delivery) ÷ chance.</param>
/// <param name="Chance">The frozen chance used, never conditional on the answers.</param>
public sealed record WorthPerHour(decimal PerHour, decimal Floor, decimal ClearingPrice, double Chance, decimal SellingHours, decimal DeliveryHours);

/// <summary>The smallest change of one answer, or else of two, that gives another verdict.</summary>
/// <param name="Changes">One or two, in the playbook's order.</param>
/// <param name="Gives">The verdict it would give.</param>
public sealed record WhatIf(IReadOnlyList<AnswerChange> Changes, VerdictKind Gives);

/// <summary>One answer, changed.</summary>
/// <param name="From">Null: it was a don't-know.</param>
/// <param name="Below">When the outcome is a part of a band, split by the clearing price: the part's edges.</param>
public sealed record AnswerChange(QuestionId Question, OutcomeId? From, OutcomeId To, decimal? AtLeast = null, decimal? Below = null);
