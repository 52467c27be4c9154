using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;
using LeadBot.TestKit;
using static LeadBot.Domain.Tests.Qualification.Given;

namespace LeadBot.Domain.Tests.Qualification;

/// <summary>The worth of an hour, the price that clears it, and what knocks out below.</summary>
public sealed class WorthTests
{
    [Fact]
    public void A_price_is_worth_its_chance_over_the_hours_it_takes()
    {
        var worth = Judge(Frozen, 2000).Worth!;
        Assert.Equal(new WorthPerHour(62.5m, 50, 1600, 0.30, 6, 12), worth);
    }

    [Fact]
    public void Below_the_clearing_price_it_knocks_out_without_a_reason_of_its_own()
    {
        var verdict = Judge(Frozen, 1599.99m);
        Assert.Equal((VerdictRule.KnockedOut, null, true), (verdict.Rule, verdict.Reason, verdict.Settled));
        Assert.Equal([new QuestionId("pay")], verdict.DecidedBy);
        Assert.Equal(VerdictRule.Undecided, Judge(Frozen, 1600).Rule);
    }

    [Fact]
    public void Hours_already_spent_since_progress_raise_the_clearing_price()
    {
        var verdict = Judge(Frozen with { HoursSinceProgress = 12 }, 2599.99m);
        Assert.Equal((VerdictRule.KnockedOut, 2600m, 12m), (verdict.Rule, verdict.Worth!.ClearingPrice, verdict.Worth.SellingHours));
        Assert.Equal(VerdictRule.Undecided, Judge(Frozen with { HoursSinceProgress = 12 }, 2600).Rule);
    }

    [Fact]
    public void Below_the_price_floor_says_so_when_the_band_does_not()
    {
        var playbook = LoseFast.Playbook with { Worth = LoseFast.Playbook.Worth! with { PriceFloor = 1800 } };
        var verdict = Sheet.For(playbook, Frozen).Judge([Pays("pay", 1700, 1700)], Today);
        Assert.Equal("Below the price floor", verdict.Reason);
        Assert.Equal("They want it free", Sheet.For(playbook, Frozen).Judge([Pays("pay", 0, 0)], Today).Reason);
    }

    [Fact]
    public void A_vague_price_is_worth_its_low_end() => Assert.Equal(62.5m, Sheet.For(LoseFast.Playbook, Frozen)
        .Judge([Pays("pay", 2000, 9000)], Today).Worth!.PerHour);

    [Fact]
    public void No_price_no_worth() => Assert.Null(Sheet.For(LoseFast.Playbook, Frozen).Judge([DontKnow("pay")], Today).Worth);

    [Fact]
    public void When_hours_are_asked_for_the_price_must_clear_the_hours_answered()
    {
        var sheet = Sheet.For(AskingHours, Frozen);
        GivenAnswer price = Pays("pay", 3000, 3000);
        Assert.Equal(VerdictRule.Undecided, sheet.Judge([price], Today).Rule);
        Assert.Equal(VerdictRule.Undecided, sheet.Judge([price, Hours(5)], Today).Rule);
        var verdict = sheet.Judge([price, Hours(30)], Today);
        Assert.Equal((VerdictRule.KnockedOut, null), (verdict.Rule, verdict.Reason));
        Assert.Equal(["pay", "hours"], verdict.DecidedBy.Select(q => q.Value));
        Assert.Equal(3933.34m, verdict.Worth!.ClearingPrice);
    }

    [Fact]
    public void A_price_no_number_of_hours_can_justify_knocks_out_at_once() =>
        Assert.Equal(VerdictRule.KnockedOut, Sheet.For(AskingHours, Frozen).Judge([Pays("pay", 1000, 1000)], Today).Rule);

    [Fact]
    public void Not_knowing_the_hours_twice_stays_unknown()
    {
        var sheet = Sheet.For(AskingHours, Frozen);
        Assert.True(sheet.CanKnockOut(new QuestionId("hours")));
        Assert.False(sheet.CanKnockOut(new QuestionId("who")));
        Assert.Equal(Standing.Unknown, sheet.Judge([DontKnow("hours", 2)], Today).Answers[^1].Standing);
    }

    private static Playbook AskingHours => LoseFast.Playbook with
    {
        Worth = LoseFast.Playbook.Worth! with { SellingHoursAsked = new QuestionId("hours") },
        Questions =
        [
            .. LoseFast.Playbook.Questions,
            new Question(new QuestionId("hours"), "How many hours?", "Why.", "Words.", 10, QuestionKind.Number,
            [
                new Outcome(new OutcomeId("few"), null, 0, Below: 10, Hours: 4),
                new Outcome(new OutcomeId("many"), null, 0, Hours: 20),
            ], 0),
        ],
    };

    private static GivenAnswer Hours(decimal hours) => Of("hours", new Answer.Quantity(hours, hours));

    private static Verdict Judge(Terms terms, decimal price) => Sheet.For(LoseFast.Playbook, terms).Judge([Pays("pay", price, price)], Today);
}
