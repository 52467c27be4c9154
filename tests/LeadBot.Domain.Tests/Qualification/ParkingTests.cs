using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;
using LeadBot.TestKit;
using static LeadBot.Domain.Tests.Qualification.Given;

namespace LeadBot.Domain.Tests.Qualification;

/// <summary>Until when a parking answer parks.</summary>
public sealed class ParkingTests
{
    private static readonly Sheet Sheet = Sheet.For(LoseFast.Playbook, Frozen);

    [Fact]
    public void A_vague_date_counts_from_its_earliest_day() =>
        Assert.Equal(Today.AddDays(260), Until(Of("when", new Answer.By(Today.AddDays(350), Today.AddDays(440)))));

    [Fact]
    public void A_band_picked_by_its_button_counts_from_its_first_day() =>
        Assert.Equal(Today.AddDays(241 - 90), Until(Picked("when", "far")));

    [Fact]
    public void It_never_parks_until_before_tomorrow()
    {
        var late = Today.AddDays(250);
        var verdict = Sheet.Judge([InDays("when", 300)], late);
        Assert.Equal(late.AddDays(1), verdict.ParkUntil);
        Assert.Equal(late.AddDays(1), verdict.Answers[5].ParksUntil);
    }

    [Fact]
    public void Nobody_waits_longer_than_two_years() => Assert.Equal(Today.AddDays(730), Until(InDays("when", 3650)));

    [Fact]
    public void Of_several_days_to_come_the_earliest_counts()
    {
        var sheet = Sheet.For(WithBudget(40), Frozen);
        GivenAnswer[] both = [InDays("when", 300), Picked("who", "next-year")];
        var verdict = sheet.Judge(both, Today);
        Assert.Equal(Today.AddDays(40), verdict.ParkUntil);
        Assert.Equal(["who", "when"], verdict.DecidedBy.Select(q => q.Value));
        Assert.Equal(Today.AddDays(210), sheet.Judge(both, Today.AddDays(40)).ParkUntil);
    }

    private static DateOnly? Until(GivenAnswer answer) => Sheet.Judge([answer], Today).ParkUntil;

    private static Playbook WithBudget(int days) => LoseFast.Playbook with
    {
        Questions = [.. LoseFast.Playbook.Questions.Select(q => q.Id.Value != "who" ? q : q with
        {
            Outcomes = [.. q.Outcomes, new Outcome(new OutcomeId("next-year"), "There is no budget yet", 0, Parks: new Parking(days, false))],
        })],
    };
}
