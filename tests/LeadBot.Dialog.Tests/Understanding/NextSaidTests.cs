using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;

namespace LeadBot.Dialog.Tests.Understanding;

public sealed class NextSaidTests
{
    /// <summary>A Monday.</summary>
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("tuesday send the quote", "send the quote", "2026-11-24")]
    [InlineData("send the quote on tuesday", "send the quote", "2026-11-24")]
    [InlineData("send the quote tomorrow.", "send the quote", "2026-11-24")]
    [InlineData("1 march call again", "call again", "2027-03-01")]
    [InlineData("in 2 weeks call again", "call again", "2026-12-07")]
    [InlineData("next week meet the boss", "meet the boss", "2026-11-30")]
    [InlineData("call the boss in two weeks", "call the boss", "2026-12-07")]
    [InlineData("on friday: demo for 3 people", "demo for 3 people", "2026-11-27")]
    [InlineData("2026-12-01 send 2 quotes", "send 2 quotes", "2026-12-01")]
    [InlineData("this week send the quote", "send the quote", "2026-11-29")]
    [InlineData("yesterday send the quote", "send the quote", "2026-11-22")]
    public void Step_and_day_are_told_apart(string said, string what, string due) =>
        Assert.Equal(new NextSaid(what, DateOnly.ParseExact(due, "yyyy-MM-dd")), NextSaid.Read(said, Today, AmountLanguage.PointDecimal));

    [Theory]
    [InlineData("send the quote")]
    [InlineData("send 2 quotes")]
    [InlineData("call the may family about the offer")]
    public void A_step_may_have_no_day(string said) => Assert.Equal(new NextSaid(said, null), NextSaid.Read(said, Today, AmountLanguage.PointDecimal));

    [Theory]
    [InlineData("tuesday", "2026-11-24")]
    [InlineData("in two weeks", "2026-12-07")]
    public void A_day_may_have_no_step(string said, string due) =>
        Assert.Equal(new NextSaid(null, DateOnly.ParseExact(due, "yyyy-MM-dd")), NextSaid.Read(said, Today, AmountLanguage.PointDecimal));
}
