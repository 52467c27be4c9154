using LeadBot.Domain.Qualification;

namespace LeadBot.Domain.Tests.Qualification;

/// <summary>Answers, said short.</summary>
internal static class Given
{
    public static readonly DateOnly Today = new(2026, 3, 2);

    public static readonly Terms Frozen = new(Today, 0.30, 0, 50, 0, 0, null);

    public static GivenAnswer Picked(string question, string outcome) => Of(question, new Answer.Picked(new OutcomeId(outcome)));

    public static GivenAnswer DontKnow(string question, int times = 1) => Of(question, new Answer.DontKnow()) with { DontKnows = times };

    public static GivenAnswer Pays(string question, decimal from, decimal? to) => Of(question, new Answer.Amount(from, to, Period.Once));

    public static GivenAnswer InDays(string question, int days) => Of(question, new Answer.By(Today.AddDays(days), Today.AddDays(days)));

    public static GivenAnswer Of(string question, Answer answer) => new(new QuestionId(question), answer, Today);
}
