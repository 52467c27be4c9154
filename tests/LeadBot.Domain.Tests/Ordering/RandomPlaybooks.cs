using CsCheck;
using LeadBot.Domain.Playbooks;

namespace LeadBot.Domain.Tests.Ordering;

/// <summary>Playbooks of the usual shape: thresholds well inside the points.</summary>
internal static class RandomPlaybooks
{
    public static Gen<Playbook> Of(int count) =>
        from questions in Question.Array[count]
        from pursue in Gen.Double[0.5, 0.85]
        from walk in Gen.Double[0.2, 0.9]
        select Assemble(questions, pursue, walk);

    private static Gen<Question> Question =>
        from points in Gen.Int[-12, 12].Array[2, 5]
        from expect in Gen.Int[1, 50].Array[5]
        from seconds in Gen.Int[10, 60]
        from ends in Gen.Int[0, 9]
        from unsure in Gen.Int[0, 15]
        select new Question(
            new QuestionId("?"), "Ask?", "Why.", "Words.", seconds, QuestionKind.Choice,
            [.. points.Select((p, i) => new Outcome(
                new OutcomeId("o" + i), "Text", p, i == 1 && ends < 4 ? "It ends" : null, i == 1 && ends == 4 ? new Parking(30, false) : null, expect[i]))],
            unsure);

    private static Playbook Assemble(Question[] questions, double pursue, double walk)
    {
        var staying = questions.Select(q => q.Outcomes.Where(o => o.KnocksOut is null).Select(o => o.Points).ToList()).ToList();
        var (worst, best) = (staying.Sum(p => p.Min()), staying.Sum(p => p.Max()));
        var pursueAt = worst + (int)((best - worst) * pursue);
        var walkBelow = Math.Min(worst + (int)((pursueAt - worst) * walk), pursueAt - 1);
        return new Playbook(
            new PlaybookHash("random"), new PlaybookId("random"), 1, "Random", new Currency("USD"), pursueAt, walkBelow, 60, null,
            [.. questions.Select((q, i) => q with { Id = new QuestionId("q" + i) })], [], ["Other"], "Bye.");
    }
}
