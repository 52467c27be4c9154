using CsCheck;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;
using LeadBot.Domain;
using LeadBot.Domain.Qualification;

namespace LeadBot.Dialog.Tests.Wording;

public sealed class MoneyTests
{
    private const AmountLanguage Point = AmountLanguage.PointDecimal;
    private const AmountLanguage Comma = AmountLanguage.CommaDecimal;
    private static readonly Currency Dollar = new("USD");

    [Theory]
    [InlineData(1500, "USD", Point, "$1,500")]
    [InlineData(1500, "EUR", Comma, "1.500 €")]
    [InlineData(1500, "EUR", Point, "€1,500")]
    [InlineData(1500, "CHF", Point, "CHF 1,500")]
    [InlineData(1500, "CHF", Comma, "1.500 CHF")]
    [InlineData(1234567.5, "GBP", Point, "£1,234,567.50")]
    [InlineData(1234567.5, "USD", Comma, "1.234.567,50 $")]
    [InlineData(0, "USD", Point, "$0")]
    public void An_amount_is_written_the_persons_way(double amount, string currency, AmountLanguage language, string expected) =>
        Assert.Equal(expected, Money.Amount((decimal)amount, new Currency(currency), language));

    [Theory]
    [InlineData(0, 1, "free")]
    [InlineData(0, 1000, "under $1,000")]
    [InlineData(1000, 2000, "$1,000 to $2,000")]
    [InlineData(10000, null, "$10,000 or more")]
    public void A_band_of_money_says_its_edges(int from, int? below, string expected) =>
        Assert.Equal(expected, Money.Band(from, below, Dollar, Point));

    [Theory]
    [InlineData(0, 5, "under 5")]
    [InlineData(5, 10, "5 to 9")]
    [InlineData(5, 6, "5")]
    [InlineData(10, null, "10 or more")]
    [InlineData(2.5, 5, "2.5 to under 5")]
    public void A_band_of_numbers_says_its_edges(double from, int? below, string expected) =>
        Assert.Equal(expected, Money.NumberBand((decimal)from, below, Point));

    [Theory]
    [InlineData("about 2 grand", "$1,600 to $2,400")]
    [InlineData("under 150 bucks", "under $150")]
    [InlineData("up to 150", "up to $150")]
    [InlineData("over 5k", "$5,000 or more")]
    [InlineData("just under 5k", "$4,000 to $5,000")]
    [InlineData("5k", "$5,000")]
    [InlineData("free", "$0")]
    [InlineData("$200 a month", "$2,400 a year")]
    [InlineData("under 1k a month", "under $12,000 a year")]
    public void What_was_said_is_said_back(string said, string expected) =>
        Assert.Equal(expected, Money.Said(Amounts.Read(said)!.ForTwelveMonths(), Dollar, Point));

    [Theory]
    [InlineData("2 to 3", "2 to 3")]
    [InlineData("under 5", "under 5")]
    [InlineData("2.5", "2.5")]
    [InlineData("at least 7", "7 or more")]
    public void A_number_is_said_back(string said, string expected) =>
        Assert.Equal(expected, Money.Said(Numbers.Read(said)!.Value.ToAnswer(), Point));

    [Fact]
    public void What_is_written_is_understood_again() =>
        Gen.Select(Gen.Long[0, 99_999_999_999], Gen.OneOf("USD", "EUR", "GBP", "JPY", "INR", "CHF", "CAD", "SEK"), Gen.OneOf(Point, Comma))
            .Sample((cents, code, language) =>
            {
                var (amount, currency) = (cents / 100m, new Currency(code));
                var read = Amounts.Read(Money.Amount(amount, currency, language), language);
                return read is { Per: Period.Once } && read.From == amount && read.To == amount && read.Currency is not null && read.Fits(currency);
            });
}
