using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;

namespace LeadBot.Dialog.Tests.Understanding;

public sealed class NumbersTests
{
    [Theory]
    [InlineData("5", 5, 5)]
    [InlineData("2.5", 2.5, 2.5)]
    [InlineData("twelve", 12, 12)]
    [InlineData("twenty-five", 25, 25)]
    [InlineData("a hundred", 100, 100)]
    [InlineData("three hundred and fifty two", 352, 352)]
    [InlineData("a thousand", 1000, 1000)]
    [InlineData("a dozen", 12, 12)]
    [InlineData("5k", 5000, 5000)]
    [InlineData("3 to 5", 3, 5)]
    [InlineData("3-5", 3, 5)]
    [InlineData("between three and five", 3, 5)]
    [InlineData("about 10", 8, 12)]
    [InlineData("about twenty users", 16, 24)]
    [InlineData("a couple", 2, 3)]
    [InlineData("a few", 2, 5)]
    [InlineData("5 people", 5, 5)]
    [InlineData("5 or 6 people", 5, 6)]
    [InlineData("five, maybe six", 5, 6)]
    [InlineData("20 sales reps", 20, 20)]
    [InlineData("over 5", 5, double.PositiveInfinity)]
    [InlineData("5+", 5, double.PositiveInfinity)]
    [InlineData("5 or more", 5, double.PositiveInfinity)]
    [InlineData("5 people or more", 5, double.PositiveInfinity)]
    [InlineData("at least five", 5, double.PositiveInfinity)]
    [InlineData("up to 5", 0, 5)]
    [InlineData("none", 0, 0)]
    [InlineData("zero", 0, 0)]
    [InlineData("just one", 1, 1)]
    [InlineData("there are 3 of them", 3, 3)]
    public void A_number_is_read(string text, double from, double to) =>
        Assert.Equal(new NumberSaid((decimal)from, double.IsInfinity(to) ? null : (decimal)to), Numbers.Read(text));

    [Fact]
    public void Under_ends_just_before_its_number() =>
        Assert.Equal(new(0, 4.99m), Numbers.Read("under 5")!.Value.ToAnswer());

    [Theory]
    [InlineData("")]
    [InlineData("no")]
    [InlineData("no idea")]
    [InlineData("dont know")]
    [InlineData("10%")]
    [InlineData("$5")]
    [InlineData("15 march")]
    [InlineData("15.3.2027")]
    [InlineData("-5")]
    [InlineData("5 6")]
    [InlineData("twenty, five")]
    [InlineData("one two three")]
    [InlineData("many")]
    [InlineData("not 5")]
    [InlineData("november")]
    [InlineData("2027-03-15")]
    public void What_is_no_number_is_not_read_as_one(string text) => Assert.Null(Numbers.Read(text));

    [Theory]
    [InlineData("5", 5, 5)]
    [InlineData("1h", 1, 1)]
    [InlineData("1.5h", 1.5, 1.5)]
    [InlineData("1,5 h", 1.5, 1.5)]
    [InlineData("an hour", 1, 1)]
    [InlineData("half an hour", 0.5, 0.5)]
    [InlineData("an hour and a half", 1.5, 1.5)]
    [InlineData("90 min", 1.5, 1.5)]
    [InlineData("90 minutes", 1.5, 1.5)]
    [InlineData("20 min", 0.3333, 0.3333)]
    [InlineData("1h 30m", 1.5, 1.5)]
    [InlineData("1 hour, 30 minutes", 1.5, 1.5)]
    [InlineData("1 hr. 30 mins.", 1.5, 1.5)]
    [InlineData("2 hours, maybe 3", 2, 3)]
    [InlineData("1h30", 1.5, 1.5)]
    [InlineData("1:30", 1.5, 1.5)]
    [InlineData("half a day", 4, 4)]
    [InlineData("a day", 8, 8)]
    [InlineData("two days", 16, 16)]
    [InlineData("a week", 40, 40)]
    [InlineData("a day and a half", 12, 12)]
    [InlineData("two and a half days", 20, 20)]
    [InlineData("2-3 hours", 2, 3)]
    [InlineData("2 to 3 days", 16, 24)]
    [InlineData("half a day to a day", 4, 8)]
    [InlineData("about 10 hours", 8, 12)]
    [InlineData("a couple of hours", 2, 3)]
    [InlineData("a few days", 16, 40)]
    [InlineData("over 10 hours", 10, double.PositiveInfinity)]
    [InlineData("5 man-days", 40, 40)]
    [InlineData("a month", 160, 160)]
    [InlineData("no time", 0, 0)]
    public void Working_time_is_read_in_hours(string text, double from, double to) =>
        Assert.Equal(new NumberSaid((decimal)from, double.IsInfinity(to) ? null : (decimal)to), Hours.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("h")]
    [InlineData("day")]
    [InlineData("5k dollars")]
    [InlineData("15 march")]
    [InlineData("friday")]
    [InlineData("half")]
    [InlineData("an")]
    public void What_is_no_time_is_not_read_as_one(string text) => Assert.Null(Hours.Read(text));

    [Fact]
    public void Three_digits_after_one_separator_are_thousands()
    {
        Assert.Equal(1500, Numbers.Read("1.500", AmountLanguage.CommaDecimal)?.From);
        Assert.Equal(1500, Numbers.Read("1.500")?.From);
        Assert.Equal(1500, Hours.Read("1,500 h", AmountLanguage.CommaDecimal)?.From);
    }
}
