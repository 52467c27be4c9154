using LeadBot.Domain.Ordering;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;
using LeadBot.Domain.Tests.Qualification;

namespace LeadBot.Domain.Tests.Ordering;

/// <summary>Least expected seconds to a settled verdict by trying every question after every answer.</summary>
internal sealed class BruteForceOrder(Sheet sheet, AnswerCounts counts)
{
    private readonly Dictionary<string, double> known = [];

    public double Seconds(IReadOnlyList<GivenAnswer> answers)
    {
        var key = string.Join('|', answers.OrderBy(a => a.Question.Value, StringComparer.Ordinal).Select(a => $"{a.Question}{a.Answer}"));
        if (!known.TryGetValue(key, out var seconds))
        {
            seconds = sheet.Judge(answers, Given.Today).Settled ? 0
                : sheet.Questions.Where(q => answers.All(a => a.Question != q.Question.Id)).Min(q => Asking(q.Question.Id, answers));
            known[key] = seconds;
        }

        return seconds;
    }

    public double Asking(QuestionId id, IReadOnlyList<GivenAnswer> answers)
    {
        var asked = sheet.Questions.Single(q => q.Question.Id == id);
        var (outcomes, dontKnow) = OutcomeChances.Of(asked.Question, counts);
        var seconds = asked.Question.Seconds + dontKnow * Seconds([.. answers, new GivenAnswer(id, new Answer.DontKnow(), Given.Today, 1)]);
        foreach (var piece in asked.Pieces)
        {
            var chance = piece.Share * outcomes[asked.Question.Outcomes.ToList().FindIndex(o => o.Id == piece.Outcome.Id)];
            seconds += chance * Seconds([.. answers, new GivenAnswer(id, Said(asked.Question, piece), Given.Today)]);
        }

        return seconds;
    }

    private static Answer Said(Question question, Piece piece) => question.Kind switch
    {
        QuestionKind.Money => new Answer.Amount(piece.AtLeast, piece.AtLeast, Period.Once),
        _ => new Answer.Picked(piece.Outcome.Id),
    };
}
