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
}
