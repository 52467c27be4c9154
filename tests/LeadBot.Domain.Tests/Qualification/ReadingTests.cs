using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;
using LeadBot.TestKit;
using static LeadBot.Domain.Tests.Qualification.Given;

namespace LeadBot.Domain.Tests.Qualification;

/// <summary>Amounts, numbers and days fall into bands; vague ones touch every band they overlap.</summary>
public sealed class ReadingTests
{
    private static readonly Sheet Sheet = Sheet.For(LoseFast.Playbook, Frozen);

    [Theory]
    [InlineData(0, 0, "free")]
    [InlineData(0.99, 0.99, "free")]
    [InlineData(1, 1, "under")]
    [InlineData(999.99, 999.99, "under")]
    [InlineData(1000, 1599.99, "tight")]
    [InlineData(1600, 1999.99, "tight")]
    [InlineData(2000, 9999, "normal")]
    [InlineData(10000, 10000, "large")]
    public void An_amount_within_a_band_fits(decimal from, decimal to, string outcome) =>
        Assert.Equal(new Reading.Fits(new OutcomeId(outcome)), Read(Pays("pay", from, to)));

    [Fact]
    public void An_amount_without_an_end_fits_the_last_band() =>
        Assert.Equal(new Reading.Fits(new OutcomeId("large")), Read(Pays("pay", 12_000, null)));

    [Fact]
    public void A_range_over_bands_of_one_effect_is_taken_for_the_highest() =>
        Assert.Equal(new Reading.Fits(new OutcomeId("under")), Read(Pays("pay", 0, 800)));

    [Fact]
    public void About_1500_needs_to_know_on_which_side_of_the_clearing_price()
    {
        var vague = Assert.IsType<Reading.TooVague>(Read(Pays("pay", 1350, 1650)));
        Assert.Equal(
            [
                new Narrower(new OutcomeId("tight"), new Answer.Amount(1350, 1599.99m, Period.Once), null, 1600, null, null),
                new Narrower(new OutcomeId("tight"), new Answer.Amount(1600, 1650, Period.Once), 1600, null, null, null),
            ],
            vague.Choices);
    }

    [Fact]
    public void A_picked_band_that_the_clearing_price_splits_is_asked_about()
    {
        var vague = Assert.IsType<Reading.TooVague>(Read(Picked("pay", "tight")));
        Assert.Equal([new Answer.Amount(1000, 1599.99m, Period.Once), new Answer.Amount(1600, 1999.99m, Period.Once)], vague.Choices.Select(c => c.Answer));
    }

    [Fact]
    public void Every_choice_of_a_vague_answer_fits_what_it_says()
    {
        var vague = Assert.IsType<Reading.TooVague>(Read(Pays("pay", 0, null)));
        Assert.Equal(["tight", "tight", "normal", "large"], vague.Choices.Select(c => c.Outcome.Value));
        Assert.All(vague.Choices, c => Assert.Equal(new Reading.Fits(c.Outcome), Sheet.Read(new QuestionId("pay"), c.Answer, Today)));
    }

    [Theory]
    [InlineData(0, "soon")]
    [InlineData(120, "soon")]
    [InlineData(121, "this-year")]
    [InlineData(240, "this-year")]
    [InlineData(241, "far")]
    [InlineData(4000, "far")]
    public void A_day_falls_into_the_band_counted_from_the_day_of_the_answer(int days, string outcome) =>
        Assert.Equal(new Reading.Fits(new OutcomeId(outcome)), Read(InDays("when", days)));

    [Fact]
    public void A_vague_day_names_the_days_between_the_choices()
    {
        var vague = Assert.IsType<Reading.TooVague>(Read(Of("when", new Answer.By(Today.AddDays(100), Today.AddDays(200)))));
        Assert.Equal(
            [
                new Narrower(new OutcomeId("soon"), new Answer.By(Today.AddDays(100), Today.AddDays(120)), null, null, null, Today.AddDays(120)),
                new Narrower(new OutcomeId("this-year"), new Answer.By(Today.AddDays(121), Today.AddDays(200)), null, null, Today.AddDays(121), null),
            ],
            vague.Choices);
    }

    [Fact]
    public void Other_answers_are_told_apart()
    {
        Assert.Equal(new Reading.NotKnown(), Read(DontKnow("who")));
        Assert.Equal(new Reading.Past(), Read(InDays("when", -1)));
        Assert.Equal(new Reading.Fits(new OutcomeId("no-date")), Read(Of("when", new Answer.NoDate())));
        Assert.Equal(new Reading.NotAnAnswer(), Read(Of("who", new Answer.NoDate())));
        Assert.Equal(new Reading.NotAnAnswer(), Read(Pays("who", 5, 5)));
        Assert.Equal(new Reading.NotAnAnswer(), Read(Pays("pay", 5, 4)));
        Assert.Equal(new Reading.NotAnAnswer(), Read(Picked("who", "gone")));
        Assert.Equal(new Reading.NotAnAnswer(), Read(Picked("gone", "yes")));
    }

    private static Reading Read(GivenAnswer answer) => Sheet.Read(answer.Question, answer.Answer, answer.On);
}
