using LeadBot.Domain.Qualification;

namespace LeadBot.Domain.Ordering;

/// <summary>A question with the chance of each answer that matters to the order. Answers of one effect are one.</summary>
internal sealed class OrderQuestion
{
    private readonly Piece[] pieces;

    public OrderQuestion(SheetQuestion question, AnswerCounts counts)
    {
        pieces = question.Pieces;
        (Seconds, Least, Most, Open, Slot) = (question.Question.Seconds, question.Least, question.Most, question.Open, question.Slot);
        CanEnd = question.Open.Has(Facts.CanEnd);
        var (outcomes, dontKnow) = OutcomeChances.Of(question.Question, counts);
        DontKnow = dontKnow;
        var chanceOf = question.Question.Outcomes.Zip(outcomes).ToDictionary(o => o.First.Id, o => o.Second);
        var answers = new List<OrderAnswer>();
        for (var i = 0; i < pieces.Length; i++)
        {
            var piece = pieces[i];
            var same = answers.FindIndex(a => pieces[a.Place].SameEffect(piece));
            var chance = piece.Share * chanceOf[piece.Outcome.Id];
            if (piece.KnocksOut)
            {
                continue;
            }

            if (same >= 0)
            {
                answers[same] = answers[same] with { Chance = answers[same].Chance + chance };
            }
            else
            {
                answers.Add(new OrderAnswer(i, piece.Points, piece.Outcome.Parks is not null, chance));
            }
        }

        Answers = [.. answers];
    }

    public int Seconds { get; }

    public int Least { get; }

    public int Most { get; }

    public Tally Open { get; }

    /// <summary>Its part in the joint rule; -1 when it has none.</summary>
    public int Slot { get; }

    public bool CanEnd { get; }

    public double DontKnow { get; }

    /// <summary>Those that do not knock out by themselves: after one that does nothing is left to ask.</summary>
    public OrderAnswer[] Answers { get; }

    public bool KnocksOut(int place) => pieces[place].KnocksOut;

    public OrderAnswer AnswerAt(int place) => new(place, pieces[place].Points, pieces[place].Outcome.Parks is not null, 0);
}

/// <param name="Place">The first piece of that effect.</param>
internal readonly record struct OrderAnswer(int Place, int Points, bool Parks, double Chance);
