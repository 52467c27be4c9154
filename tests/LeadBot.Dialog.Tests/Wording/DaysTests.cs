using CsCheck;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Tests.Wording;

public sealed class DaysTests
{
    private static readonly DateOnly Today = new(2027, 2, 10);

    [Fact]
    public void A_day_names_its_weekday() => Assert.Equal("Mon 15 March 2027", Days.Day(new DateOnly(2027, 3, 15)));

    [Theory]
    [InlineData("15 march", "Mon 15 March 2027")]
    [InlineData("may", "May 2027")]
    [InlineData("15 march - 20 april", "15 March to 20 April 2027")]
    [InlineData("november to january", "1 November 2027 to 31 January 2028")]
    public void What_was_said_is_said_back(string said, string expected)
    {
        var days = Assert.IsType<DateSaid.Between>(Dates.Read(said, Today));
        Assert.Equal(expected, Days.Said(days.From, days.To));
    }

    [Theory]
    [InlineData(null, 120, "within 120 days (by 10 Jun 2027)")]
    [InlineData(null, 1, "within 1 day (by 11 Feb 2027)")]
    [InlineData(120, 240, "in 121 to 240 days (by 8 Oct 2027)")]
    [InlineData(240, null, "after 8 Oct 2027")]
    public void A_band_says_the_day_it_ends(int? after, int? within, string expected) =>
        Assert.Equal(expected, Days.Band(after, within, Today));

    [Theory]
    [InlineData(3, "3 hours")]
    [InlineData(1, "1 hour")]
    [InlineData(1.5, "1 h 30 min")]
    [InlineData(0.25, "15 minutes")]
    [InlineData(1.75, "1 h 45 min")]
    [InlineData(7.25, "7 h 15 min")]
    [InlineData(0, "0 hours")]
    [InlineData(1.999, "2 hours")]
    public void A_duration_is_said_in_what_fits_it(double hours, string expected) =>
        Assert.Equal(expected, Days.Duration((decimal)hours, AmountLanguage.PointDecimal));

    [Fact]
    public void What_is_written_is_understood_again() =>
        Gen.Select(Gen.Int[0, 4000], Gen.Int[0, 300]).Sample((ahead, more) =>
        {
            var (from, to) = (Today.AddDays(ahead), Today.AddDays(ahead + more));
            return Dates.Read(Days.Said(from, to), Today) == new DateSaid.Between(from, to);
        });
}
