using CsCheck;
using LeadBot.Domain.Qualification;
using LeadBot.TestKit;
using static LeadBot.Domain.Tests.Qualification.Given;

namespace LeadBot.Domain.Tests.Qualification;

public sealed class SmallestChangeTests
{
    private static readonly Sheet Sheet = Sheet.For(LoseFast.Playbook, Frozen);

    private static readonly GivenAnswer[] Good =
    [
        Picked("can-use", "fits"), Pays("pay", 5000, 5000), Picked("price-talk", "calm"), Picked("if-nothing", "annoying"),
        Picked("who", "talked"), InDays("when", 30), Picked("did", "polite"), Picked("no-is-fine", "wants"),
    ];

    [Fact]
    public void Short_of_pursue_it_names_the_answer_that_would_make_it_pursue()
    {
        GivenAnswer[] shortBy2 = [.. Good[..4], Picked("who", "kept-away"), .. Good[5..]];
        var change = Sheet.SmallestChange(shortBy2, Today)!;
        Assert.Equal(VerdictKind.Pursue, change.Gives);
        Assert.Equal(new AnswerChange(new QuestionId("pay"), new OutcomeId("normal"), new OutcomeId("large")), Assert.Single(change.Changes));
    }

    [Fact]
    public void A_pursue_names_the_least_answer_that_would_lose_it()
    {
        var change = Sheet.SmallestChange(Good, Today)!;
        Assert.Equal(VerdictKind.Park, change.Gives);
        Assert.Equal(new AnswerChange(new QuestionId("when"), new OutcomeId("soon"), new OutcomeId("far")), Assert.Single(change.Changes));
    }

    [Fact]
    public void A_price_below_the_clearing_price_is_told_the_part_of_its_band_that_clears()
    {
        var change = Sheet.SmallestChange([Pays("pay", 1500, 1500)], Today)!;
        Assert.Equal(
            new AnswerChange(new QuestionId("pay"), new OutcomeId("tight"), new OutcomeId("tight"), 1600, 2000),
            Assert.Single(change.Changes));
    }

    [Fact]
    public void Where_one_change_does_not_do_two_are_named_in_written_order()
    {
        GivenAnswer[] poor =
        [
            Picked("can-use", "fits"), Pays("pay", 5000, 5000), Picked("price-talk", "calm"), Picked("if-nothing", "nothing"),
            Picked("who", "kept-away"), InDays("when", 200), Picked("did", "takes"), Picked("no-is-fine", "wants"),
        ];
        var verdict = Sheet.Judge(poor, Today);
        Assert.Equal((VerdictRule.ShortOfPursue, -12), (verdict.Rule, verdict.Points));
        var change = Sheet.SmallestChange(poor, Today)!;
        Assert.Equal(VerdictKind.Pursue, change.Gives);
        Assert.Equal([("who", "booked"), ("did", "work")], change.Changes.Select(c => (c.Question.Value, c.To.Value)));
    }

    [Fact]
    public void An_unknown_is_changed_from_nothing()
    {
        var change = Sheet.SmallestChange([.. Good[..7], DontKnow("no-is-fine")], Today)!;
        Assert.Equal(VerdictKind.Pursue, change.Gives);
        Assert.Equal(new AnswerChange(new QuestionId("no-is-fine"), null, new OutcomeId("wants")), Assert.Single(change.Changes));
    }

    [Fact]
    public void Nothing_answered_nothing_to_change() => Assert.Null(Sheet.SmallestChange([], Today));

    [Fact]
    public void No_other_change_of_one_answer_or_else_of_two_is_smaller() =>
        Gen.Select(SmallPlaybooks.UpTo(4), SmallPlaybooks.Terms, Gen.Int[0, 20].Array[4]).Sample((playbook, terms, picks) =>
        {
            var (sheet, reference) = (Sheet.For(playbook, terms), new Reference(playbook, terms));
            List<GivenAnswer> given = [.. playbook.Questions.Select((question, i) => (question, Said: Pick(reference.Answers(question), picks[i])))
                .Where(x => x.Said is not null).Select(x => new GivenAnswer(x.question.Id, x.Said!, Today, x.Said is Answer.DontKnow ? 1 : 0))];
            var tried = new EveryChange(sheet, new Standings(sheet, given, Today).Places);

            var change = sheet.SmallestChange(given, Today);

            Assert.Equal(tried.Smallest, change is null ? null : (change.Changes.Count, tried.Distance(change), change.Gives));
        }, iter: 2000);

    /// <summary>An answer, don't know, or none.</summary>
    private static Answer? Pick(IReadOnlyList<Answer> answers, int pick) => (pick % (answers.Count + 2)) switch
    {
        var place when place < answers.Count => answers[place],
        var place when place == answers.Count => new Answer.DontKnow(),
        _ => null,
    };

    /// <summary>Every change of one answer and of two, one after the other.</summary>
    private sealed class EveryChange(Sheet sheet, int[] places)
    {
        /// <summary>How many answers it changes, by how many points, and what it gives; of equally small ones the better verdict.</summary>
        public (int, int, VerdictKind)? Smallest
        {
            get
            {
                var all = Changes().ToList();
                var kind = Tally.KindOf(sheet.Rule(places));
                return (sheet.Rule(places) is VerdictRule.ShortOfPursue or VerdictRule.ShortAgain ? Least(all.Where(c => c.Gives == VerdictKind.Pursue)) : null)
                    ?? Least(all.Where(c => c.Gives != kind));
            }
        }

        public int Distance(WhatIf change) => change.Changes.Sum(c =>
        {
            var at = Array.FindIndex(sheet.Questions, q => q.Question.Id == c.Question);
            return Distance(at, Array.FindIndex(sheet.Questions[at].Pieces, p => p.Outcome.Id == c.To && (c.AtLeast is null || p.AtLeast == c.AtLeast && p.Below == c.Below)));
        });

        private static (int, int, VerdictKind)? Least(IEnumerable<(int Count, int Distance, VerdictKind Gives)> changes) =>
            changes.Order().Select(c => ((int, int, VerdictKind)?)c).FirstOrDefault();

        private IEnumerable<(int Count, int Distance, VerdictKind Gives)> Changes()
        {
            foreach (var (a, one) in Singles())
            {
                yield return (1, Distance(a, one), KindWith((a, one)));
                foreach (var (b, two) in Singles().Where(s => s.Question > a))
                {
                    yield return (2, Distance(a, one) + Distance(b, two), KindWith((a, one), (b, two)));
                }
            }
        }

        private IEnumerable<(int Question, int Piece)> Singles() =>
            from question in Enumerable.Range(0, places.Length)
            where places[question] != Stand.Open
            from piece in Enumerable.Range(0, sheet.Questions[question].Pieces.Length)
            where piece != places[question]
            select (question, piece);

        private VerdictKind KindWith(params (int Question, int Piece)[] changes)
        {
            int[] changed = [.. places];
            foreach (var (question, piece) in changes)
            {
                changed[question] = piece;
            }

            return Tally.KindOf(sheet.Rule(changed));
        }

        private int Distance(int question, int to) => places[question] < 0 ? 0 : Math.Abs(Points(question, places[question]) - Points(question, to));

        private int Points(int question, int piece) =>
            sheet.Questions[question].Pieces[piece] is { KnocksOut: false } staying ? staying.Points : sheet.Questions[question].Least - 1;
    }
}
