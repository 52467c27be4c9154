using System.Text.Json.Serialization;

namespace LeadBot.Domain.Qualification;

/// <summary>What a rep answered. Ranges are vague answers ("about 5k"); a precise one has equal ends.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Picked), "picked")]
[JsonDerivedType(typeof(Amount), "amount")]
[JsonDerivedType(typeof(Quantity), "quantity")]
[JsonDerivedType(typeof(By), "by")]
[JsonDerivedType(typeof(NoDate), "no-date")]
[JsonDerivedType(typeof(DontKnow), "dont-know")]
public abstract record Answer
{
    private Answer()
    {
    }

    /// <summary>An option of a choice or yes/no question, or a band chosen by its button.</summary>
    public sealed record Picked(OutcomeId Outcome) : Answer;

    /// <summary>An amount in the playbook's currency, both ends included; a recurring one for twelve months, see <paramref name="Per"/>.</summary>
    /// <param name="From">At least 0.</param>
    /// <param name="To">At least <paramref name="From"/>; null: no upper end ("over 5k").</param>
    /// <param name="Per">As it was said. <paramref name="From"/> and <paramref name="To"/> are already the sum for twelve months.</param>
    public sealed record Amount(decimal From, decimal? To, Period Per) : Answer;

    /// <summary>A number, both ends included.</summary>
    /// <param name="To">Null: no upper end.</param>
    public sealed record Quantity(decimal From, decimal? To) : Answer;

    /// <summary>A day, both ends included.</summary>
    public sealed record By(DateOnly From, DateOnly To) : Answer;

    /// <summary>There is no date.</summary>
    public sealed record NoDate : Answer;

    /// <summary>A real answer: nobody knows yet.</summary>
    public sealed record DontKnow : Answer;
}

/// <summary>How often money is paid. Recurring money counts twelve months.</summary>
public enum Period
{
    Once,
    Month,
    Year,
}

/// <summary>An answer as it was given.</summary>
/// <param name="On">The rep's own day; a date's band is counted from it.</param>
/// <param name="DontKnows">How many times "don't know" was said to this question, this answer included.</param>
public sealed record GivenAnswer(QuestionId Question, Answer Answer, DateOnly On, int DontKnows = 0);
