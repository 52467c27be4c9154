using LeadBot.Domain.Playbooks;

namespace LeadBot.Domain.Qualification;

/// <summary>Reads answers against the pieces of a question.</summary>
internal static class Readings
{
    /// <summary>What lies between an amount and the next that counts as different.</summary>
    private const decimal Cent = 0.01m;

    public static Reading Of(SheetQuestion question, Answer answer, DateOnly on)
    {
        if (answer is Answer.DontKnow)
        {
            return new Reading.NotKnown();
        }

        if (answer is Answer.By by && question.Question.Kind == QuestionKind.Date && by.To < on)
        {
            return new Reading.Past();
        }

        var touched = Touched(question, answer, on);
        if (touched.Count == 0)
        {
            return new Reading.NotAnAnswer();
        }

        var groups = Groups(touched);
        return groups.Count == 1
            ? new Reading.Fits(touched[^1].Outcome.Id)
            : new Reading.TooVague([.. groups.Select((g, i) => Narrow(question.Question.Kind, answer, on, g[0], g[^1], i == 0, i == groups.Count - 1))]);
    }

    /// <summary>The place of the piece an answer fits, or null when it does not fit.</summary>
    public static int? PlaceOf(SheetQuestion question, Answer answer, DateOnly on)
    {
        var touched = Touched(question, answer, on);
        return touched.Count > 0 && Groups(touched).Count == 1 ? Array.IndexOf(question.Pieces, touched[^1]) : null;
    }

    private static List<Piece> Touched(SheetQuestion question, Answer answer, DateOnly on) => answer switch
    {
        Answer.Picked picked => [.. question.Pieces.Where(p => p.Outcome.Id == picked.Outcome)],
        Answer.Amount { From: >= 0 } amount when question.Question.Kind == QuestionKind.Money => Overlapping(question, amount.From, amount.To),
        Answer.Quantity { From: >= 0 } number when question.Question.Kind == QuestionKind.Number => Overlapping(question, number.From, number.To),
        Answer.By by when question.Question.Kind == QuestionKind.Date && by.From <= by.To =>
            [.. question.Pieces.Where(p => !p.Outcome.NoDate && on.AddDays(p.FromDay) <= by.To && !(LastDay(p, on) < by.From))],
        Answer.NoDate => [.. question.Pieces.Where(p => p.Outcome.NoDate)],
        _ => [],
    };

    private static List<Piece> Overlapping(SheetQuestion question, decimal from, decimal? to) =>
        to < from ? [] : [.. question.Pieces.Where(p => !(p.AtLeast > to) && !(p.Below <= from))];

    private static DateOnly? LastDay(Piece piece, DateOnly on) => piece.ThroughDay is { } day ? on.AddDays(day) : null;

    private static List<List<Piece>> Groups(List<Piece> touched)
    {
        var groups = new List<List<Piece>>();
        foreach (var piece in touched)
        {
            if (groups.Count > 0 && groups[^1][^1].SameEffect(piece))
            {
                groups[^1].Add(piece);
            }
            else
            {
                groups.Add([piece]);
            }
        }

        return groups;
    }

    private static Narrower Narrow(QuestionKind kind, Answer answer, DateOnly on, Piece first, Piece last, bool isFirst, bool isLast)
    {
        if (kind == QuestionKind.Date)
        {
            var by = (Answer.By)answer;
            var (start, end) = (on.AddDays(first.FromDay), LastDay(last, on));
            var days = new Answer.By(start > by.From ? start : by.From, end < by.To ? end.Value : by.To);
            return new Narrower(last.Outcome.Id, days, null, null, isFirst ? null : start, isLast ? null : end);
        }

        var (from, to, period) = answer switch
        {
            Answer.Amount a => (a.From, a.To, a.Per),
            Answer.Quantity q => (q.From, q.To, Period.Once),
            _ => (first.AtLeast, null, Period.Once),
        };
        from = Math.Max(from, first.AtLeast);
        if (last.Below is { } below && !(to < below))
        {
            to = Math.Max(from, below - Cent);
        }

        Answer narrowed = kind == QuestionKind.Money ? new Answer.Amount(from, to, period) : new Answer.Quantity(from, to);
        return new Narrower(last.Outcome.Id, narrowed, isFirst ? null : first.AtLeast, isLast ? null : last.Below, null, null);
    }
}
