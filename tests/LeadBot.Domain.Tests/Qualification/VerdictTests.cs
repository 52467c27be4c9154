using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;
using LeadBot.TestKit;
using static LeadBot.Domain.Tests.Qualification.Given;

namespace LeadBot.Domain.Tests.Qualification;

/// <summary>The rules (a) to (f) on the default playbook.</summary>
public sealed class VerdictTests
{
    private static readonly Sheet Sheet = Sheet.For(LoseFast.Playbook, Frozen);

    private static readonly GivenAnswer[] Good =
    [
        Picked("can-use", "fits"), Pays("pay", 5000, 5000), Picked("price-talk", "calm"), Picked("if-nothing", "annoying"),
        Picked("who", "talked"), InDays("when", 30), Picked("did", "polite"), Picked("no-is-fine", "wants"),
    ];

    [Fact]
    public void Nothing_answered_is_undecided()
    {
        var verdict = Judge();
        Assert.Equal((VerdictKind.AskFirst, VerdictRule.Undecided, false), (verdict.Kind, verdict.Rule, verdict.Settled));
        Assert.Equal((0, -67, 59), (verdict.Points, verdict.Lower, verdict.Upper));
        Assert.Equal(8, verdict.Answers.Count);
        Assert.All(verdict.Answers, a => Assert.Equal(Standing.Open, a.Standing));
    }

    [Fact]
    public void A_knock_out_ends_it_with_the_outcomes_own_words()
    {
        var verdict = Judge(Picked("can-use", "fits"), Picked("no-is-fine", "said-no"));
        Assert.Equal((VerdictKind.WalkAway, VerdictRule.KnockedOut, true), (verdict.Kind, verdict.Rule, verdict.Settled));
        Assert.Equal("They said no", verdict.Reason);
        Assert.Equal([new QuestionId("no-is-fine")], verdict.DecidedBy);
        Assert.Equal("They said no", verdict.Answers[7].KnocksOut);
    }

    [Fact]
    public void Out_of_reach_walks_away_naming_the_answers_that_cost_most()
    {
        var verdict = Judge(
            Picked("if-nothing", "nothing"), Picked("did", "takes"), Picked("who", "kept-away"), Picked("no-is-fine", "wobbled"));
        Assert.Equal((VerdictKind.WalkAway, VerdictRule.OutOfReach, true), (verdict.Kind, verdict.Rule, verdict.Settled));
        Assert.Equal(-21, verdict.Upper);
        Assert.Equal(["if-nothing", "did", "no-is-fine", "who"], verdict.DecidedBy.Select(q => q.Value));
    }

    [Fact]
    public void A_parking_answer_parks_until_90_days_before_the_date()
    {
        var verdict = Judge([.. Good[..5], InDays("when", 300), .. Good[6..]]);
        Assert.Equal((VerdictKind.Park, VerdictRule.ParkedByAnswer, true), (verdict.Kind, verdict.Rule, verdict.Settled));
        Assert.Equal(Today.AddDays(210), verdict.ParkUntil);
        Assert.Equal([new QuestionId("when")], verdict.DecidedBy);
    }

    [Fact]
    public void A_parking_answer_is_not_settled_while_something_open_may_end_the_deal() =>
        Assert.False(Judge(InDays("when", 300)).Settled);

    [Fact]
    public void Short_of_pursue_parks_for_the_playbooks_days_and_the_second_time_walks_away()
    {
        GivenAnswer[] short_ = [.. Good[..4], Picked("who", "kept-away"), .. Good[5..]];
        var verdict = Judge(short_);
        Assert.Equal((VerdictKind.Park, VerdictRule.ShortOfPursue, true), (verdict.Kind, verdict.Rule, verdict.Settled));
        Assert.Equal(Today.AddDays(60), verdict.ParkUntil);
        Assert.Equal(18, verdict.Points);
        var again = Sheet.For(LoseFast.Playbook, Frozen with { ShortParks = 1 }).Judge(short_, Today);
        Assert.Equal((VerdictKind.WalkAway, VerdictRule.ShortAgain), (again.Kind, again.Rule));
        Assert.Null(again.ParkUntil);
    }

    [Fact]
    public void Enough_is_pursued()
    {
        var verdict = Judge(Good);
        Assert.Equal((VerdictKind.Pursue, VerdictRule.Enough, true), (verdict.Kind, verdict.Rule, verdict.Settled));
        Assert.Equal((34, 34, 34), (verdict.Points, verdict.Lower, verdict.Upper));
        Assert.NotEmpty(verdict.DecidedBy);
    }

    [Fact]
    public void An_unknown_that_could_end_it_keeps_it_from_being_pursued_and_is_named()
    {
        var verdict = Judge([.. Good[..7], DontKnow("no-is-fine")]);
        Assert.Equal((VerdictKind.AskFirst, VerdictRule.Undecided, true), (verdict.Kind, verdict.Rule, verdict.Settled));
        Assert.Equal([new QuestionId("no-is-fine")], verdict.AskFirst);
        Assert.Equal(Standing.Unknown, verdict.Answers[7].Standing);
    }

    [Fact]
    public void At_most_two_are_named_the_likeliest_to_settle_it_first()
    {
        var verdict = Judge([.. Good[..3], DontKnow("if-nothing"), Picked("who", "booked"), InDays("when", 200), DontKnow("did"), Picked("no-is-fine", "wants")]);
        Assert.Equal(VerdictKind.AskFirst, verdict.Kind);
        Assert.Equal(["did", "if-nothing"], verdict.AskFirst.Select(q => q.Value));
    }

    [Fact]
    public void A_second_dont_know_counts_as_the_worst_outcome()
    {
        var verdict = Judge([.. Good[..3], DontKnow("if-nothing", 2), .. Good[4..]]);
        Assert.Equal((VerdictRule.Enough, 22), (verdict.Rule, verdict.Points));
        Assert.Equal((Standing.Known, new OutcomeId("nothing")), (verdict.Answers[3].Standing, verdict.Answers[3].Outcome!.Value));
    }

    [Fact]
    public void A_second_dont_know_stays_unknown_where_an_answer_could_knock_out()
    {
        var verdict = Judge([.. Good[..7], DontKnow("no-is-fine", 2)]);
        Assert.Equal((VerdictKind.AskFirst, Standing.Unknown), (verdict.Kind, verdict.Answers[7].Standing));
    }

    [Fact]
    public void A_date_that_has_passed_is_unknown_from_the_day_after()
    {
        Assert.Equal(VerdictKind.Pursue, Sheet.Judge(Good, Today.AddDays(30)).Kind);
        var later = Sheet.Judge(Good, Today.AddDays(31));
        Assert.Equal((VerdictKind.AskFirst, Standing.Unknown), (later.Kind, later.Answers[5].Standing));
    }

    [Fact]
    public void Answers_of_another_playbook_count_as_not_given()
    {
        var verdict = Judge(Picked("who", "gone"), Picked("gone", "yes"), Pays("pay", 500, 5000), Pays("who", 5, 5));
        Assert.All(verdict.Answers, a => Assert.Equal(Standing.Open, a.Standing));
    }

    private static Verdict Judge(params GivenAnswer[] answers) => Sheet.Judge(answers, Today);
}
