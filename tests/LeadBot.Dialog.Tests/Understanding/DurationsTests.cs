using LeadBot.Dialog.Understanding;

namespace LeadBot.Dialog.Tests.Understanding;

public sealed class DurationsTests
{
    [Theory]
    [InlineData("1h they said no", 1, "they said no")]
    [InlineData("90 min they said no", 1.5, "they said no")]
    [InlineData("half a day: demo", 4, "demo")]
    [InlineData("half an hour, demo", 0.5, "demo")]
    [InlineData("an hour and a half demo", 1.5, "demo")]
    [InlineData("1.5h demo", 1.5, "demo")]
    [InlineData("1,5 h demo", 1.5, "demo")]
    [InlineData("30m", 0.5, "")]
    [InlineData("two hours with the boss", 2, "with the boss")]
    [InlineData("about 2 hours talking", 2, "talking")]
    [InlineData("1:30 demo", 1.5, "demo")]
    [InlineData("a quarter of an hour on the phone", 0.25, "on the phone")]
    [InlineData("a day on site", 8, "on site")]
    public void Hours_said_first_are_found(string said, double hours, string rest) => Assert.Equal(((decimal)hours, rest), Durations.AtStart(said));

    [Theory]
    [InlineData("they said no")]
    [InlineData("3 people came")]
    [InlineData("5 days on site")]
    [InlineData("30 minutemen came")]
    [InlineData("1hour-club")]
    [InlineData("2027 budget")]
    [InlineData("")]
    public void What_is_no_length_of_time_up_to_a_day_is_not(string said) => Assert.Null(Durations.AtStart(said));

    [Theory]
    [InlineData("they're still thinking, took 30 min", 0.5, "they're still thinking")]
    [InlineData("they said no (1h)", 1, "they said no")]
    [InlineData("they said no, 2 hours", 2, "they said no")]
    [InlineData("they said no - 15 min", 0.25, "they said no")]
    [InlineData("demo took two hours", 2, "demo")]
    public void Hours_said_last_are_found(string said, double hours, string rest) => Assert.Equal(((decimal)hours, rest), Durations.AtEnd(said));

    [Theory]
    [InlineData("call back in 2 hours")]
    [InlineData("they will decide in a day")]
    [InlineData("come again in two days")]
    public void When_something_will_be_is_no_length(string said) => Assert.Null(Durations.AtEnd(said));
}
