namespace LeadBot.Domain.Playbooks;

/// <summary>How a question is answered, and so how its outcomes are told apart.</summary>
public enum QuestionKind
{
    /// <summary>By one of its options.</summary>
    Choice,

    /// <summary>By yes or no: two outcomes with the ids <c>yes</c> and <c>no</c>.</summary>
    YesNo,

    /// <summary>By an amount in the playbook's currency; outcomes are bands.</summary>
    Money,

    /// <summary>By a number that is not negative; outcomes are bands.</summary>
    Number,

    /// <summary>By a day; outcomes are bands of days from the day it was answered.</summary>
    Date,
}

/// <summary>One qualifying question.</summary>
/// <param name="Ask">Asked of the rep.</param>
/// <param name="Why">The reason it is asked.</param>
/// <param name="Words">What to say to the prospect, to copy.</param>
/// <param name="Seconds">What answering costs, 1 to 3600; the order of questions minimises its sum.</param>
/// <param name="Outcomes">
/// At least two. Of bands: ascending, the last without an upper edge; a date question may have one more for "no date".
/// </param>
/// <param name="DontKnowExpect">How often "don't know" is expected, on the scale of the outcomes' <see cref="Outcome.Expect"/>.</param>
public sealed record Question(
    QuestionId Id,
    string Ask,
    string Why,
    string Words,
    int Seconds,
    QuestionKind Kind,
    IReadOnlyList<Outcome> Outcomes,
    double DontKnowExpect)
{
    /// <summary>Its bands stand for hours of work.</summary>
    public bool AsksForHours => Kind == QuestionKind.Number && Outcomes.Any(o => o.Hours is not null);

    /// <summary>The outcome of that id, or null.</summary>
    public Outcome? Find(OutcomeId id) => Outcomes.FirstOrDefault(o => o.Id == id);
}

/// <summary>What an answer comes to.</summary>
/// <param name="Text">Shown on its button; null for a band, whose edges say it.</param>
/// <param name="Points">0 is neutral, may be negative. Not counted when it knocks out.</param>
/// <param name="KnocksOut">The reason, if this outcome ends the deal.</param>
/// <param name="Parks">If this outcome parks the deal.</param>
/// <param name="Expect">How often it is expected, relative to its neighbours; at least 0.</param>
/// <param name="Below">Of a money or number band: its upper edge, itself not in the band; null in the last.</param>
/// <param name="WithinDays">Of a date band: its last day counted from the day of the answer; null in the last.</param>
/// <param name="NoDate">Of a date question: the outcome of "there is no date".</param>
/// <param name="Hours">Of a number question that asks for hours: the hours this band stands for in the worth of an hour.</param>
public sealed record Outcome(
    OutcomeId Id,
    string? Text,
    int Points,
    string? KnocksOut = null,
    Parking? Parks = null,
    double Expect = 1,
    decimal? Below = null,
    int? WithinDays = null,
    bool NoDate = false,
    decimal? Hours = null);

/// <summary>When a parked deal comes back: days before the day that was answered, or days after the day of answering.</summary>
/// <param name="Days">1 to 730.</param>
/// <param name="BeforeTheDate">True: <paramref name="Days"/> before the date that was answered. Only in a date band.</param>
public sealed record Parking(int Days, bool BeforeTheDate);
