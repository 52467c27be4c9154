using LeadBot.Domain.Ordering;
using LeadBot.Domain.Qualification;

namespace LeadBot.Domain.Playbooks;

/// <summary>What a playbook would say if its own expectations came true, each question's answer independent of the others.</summary>
/// <param name="Neutral">The verdict when every answer is the one with points nearest 0 that neither knocks out nor parks.</param>
/// <param name="NeutralRule">Which rule gives it.</param>
/// <param name="Shares">The expected share of each kind of verdict, all kinds present, 0 to 1.</param>
/// <param name="Seconds">Expected until the verdict is settled, in LeadBot's order; exact up to <see cref="QuestionOrder.ExactUpTo"/> questions.</param>
/// <param name="SecondsAsWritten">The same in written order.</param>
/// <param name="Questions">How many questions are expected to be asked, in LeadBot's order.</param>
/// <param name="QuestionsAsWritten">The same in written order.</param>
public sealed record PlaybookForecast(
    VerdictKind Neutral,
    VerdictRule NeutralRule,
    IReadOnlyDictionary<VerdictKind, double> Shares,
    double Seconds,
    double SecondsAsWritten,
    double Questions,
    double QuestionsAsWritten)
{
    /// <summary>A kind expected more often than this makes the questions nearly pointless.</summary>
    public const double TooOften = 0.60;

    /// <summary>The kinds expected more often than <see cref="TooOften"/>.</summary>
    public IReadOnlyList<VerdictKind> Lopsided => [.. Shares.Where(s => s.Value > TooOften).Select(s => s.Key)];

    /// <summary>The forecast under the playbook's own chance and floor, for a deal nobody has spent hours on.</summary>
    /// <param name="playbook">Without <see cref="PlaybookFaults"/>.</param>
    public static PlaybookForecast Of(Playbook playbook)
    {
        var terms = new Terms(DateOnly.MinValue, playbook.Worth?.Chance ?? 1, 0, playbook.Worth?.FloorPerHour ?? 0, 0, 0, null);
        var sheet = Sheet.For(playbook, terms);
        var neutral = sheet.Rule([.. sheet.Questions.Select(NeutralPlace)]);
        var problem = new OrderProblem(sheet, AnswerCounts.None);
        var order = new NextQuestion(problem, QuestionOrder.ExactUpTo);
        var (best, written) = (OrderWalk.Of(problem, order.Choose), OrderWalk.Of(problem, OrderWalk.First));
        return new PlaybookForecast(
            Qualification.Tally.KindOf(neutral),
            neutral,
            Enum.GetValues<VerdictKind>().ToDictionary(k => k, k => written.Kinds[(int)k]),
            best.Seconds,
            written.Seconds,
            best.Questions,
            written.Questions);
    }

    private static int NeutralPlace(SheetQuestion question) => Enumerable.Range(0, question.Pieces.Length)
        .OrderBy(i => question.Pieces[i].KnocksOut)
        .ThenBy(i => question.Pieces[i].Outcome.Parks is not null)
        .ThenBy(i => Math.Abs(question.Pieces[i].Points))
        .First();
}
