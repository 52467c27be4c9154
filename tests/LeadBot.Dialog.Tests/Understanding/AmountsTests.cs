using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Understanding;
using LeadBot.Domain;
using LeadBot.Domain.Qualification;

namespace LeadBot.Dialog.Tests.Understanding;

public sealed class AmountsTests
{
    [Theory]
    [InlineData("5k", 5000)]
    [InlineData("5 k", 5000)]
    [InlineData("5K.", 5000)]
    [InlineData("900", 900)]
    [InlineData("1500.50", 1500.5)]
    [InlineData("1,50", 1.5)]
    [InlineData("1,500.25", 1500.25)]
    [InlineData("1.500,25", 1500.25)]
    [InlineData("1.500.000", 1500000)]
    [InlineData("1,500,000", 1500000)]
    [InlineData("1,50,000", 150000)]
    [InlineData("1'500", 1500)]
    [InlineData("1’500.50", 1500.5)]
    [InlineData("10 000", 10000)]
    [InlineData("1\u00A0500\u00A0000", 1500000)]
    [InlineData("1.5k", 1500)]
    [InlineData("1,5k", 1500)]
    [InlineData("12345.678", 12345.678)]
    [InlineData("0.500", 0.5)]
    [InlineData("1.5 million", 1500000)]
    [InlineData("1.5m", 1500000)]
    [InlineData("2 mio", 2000000)]
    [InlineData("10 thousand", 10000)]
    [InlineData("two grand", 2000)]
    [InlineData("five hundred", 500)]
    [InlineData("a hundred", 100)]
    [InlineData("a hundred and fifty", 150)]
    [InlineData("two thousand five hundred", 2500)]
    [InlineData("twenty-five thousand", 25000)]
    [InlineData("half a million", 500000)]
    [InlineData("half million", 500000)]
    [InlineData("a million and a half", 1500000)]
    [InlineData("two and a half thousand", 2500)]
    [InlineData("5 hundred", 500)]
    [InlineData("a thousand", 1000)]
    [InlineData("1 million 200 thousand", 1200000)]
    [InlineData("I think 5k", 5000)]
    [InlineData("they said 5k", 5000)]
    [InlineData("their budget is 5k", 5000)]
    [InlineData("5k one-off", 5000)]
    [InlineData("5k up front", 5000)]
    [InlineData("exactly 5k!", 5000)]
    [InlineData("900,-", 900)]
    [InlineData("５００", 500)]
    public void A_plain_amount_is_read(string text, double expected) =>
        Assert.Equal(new AmountSaid((decimal)expected, (decimal)expected, Period.Once), Amounts.Read(text));

    [Theory]
    [InlineData("1.500", AmountLanguage.PointDecimal, 1.5)]
    [InlineData("1.500", AmountLanguage.CommaDecimal, 1500)]
    [InlineData("1,500", AmountLanguage.PointDecimal, 1500)]
    [InlineData("1,500", AmountLanguage.CommaDecimal, 1.5)]
    [InlineData("1.500,00 €", AmountLanguage.PointDecimal, 1500)]
    [InlineData("1.500,00 €", AmountLanguage.CommaDecimal, 1500)]
    [InlineData("1,500.00", AmountLanguage.CommaDecimal, 1500)]
    [InlineData("2.5k", AmountLanguage.CommaDecimal, 2500)]
    [InlineData("12.500", AmountLanguage.CommaDecimal, 12500)]
    public void Only_an_ambiguous_form_asks_for_the_persons_habit(string text, AmountLanguage language, double expected) =>
        Assert.Equal((decimal)expected, Amounts.Read(text, language)?.From);

    [Theory]
    [InlineData("about 2 grand", 1600, 2400)]
    [InlineData("around 2k", 1600, 2400)]
    [InlineData("roughly 2k", 1600, 2400)]
    [InlineData("approx. 2k", 1600, 2400)]
    [InlineData("ca. 2000", 1600, 2400)]
    [InlineData("~2k", 1600, 2400)]
    [InlineData("$2k-ish", 1600, 2400)]
    [InlineData("2k ish", 1600, 2400)]
    [InlineData("2k or so", 1600, 2400)]
    [InlineData("2k give or take", 1600, 2400)]
    [InlineData("2k?", 1600, 2400)]
    [InlineData("maybe 4000?", 3200, 4800)]
    [InlineData("a couple of thousand", 2000, 3000)]
    [InlineData("couple grand", 2000, 3000)]
    [InlineData("a few hundred", 200, 500)]
    [InlineData("a few thousand bucks", 2000, 5000)]
    [InlineData("between 2 and 3k", 2000, 3000)]
    [InlineData("between $2k and $3k", 2000, 3000)]
    [InlineData("between one hundred and two hundred", 100, 200)]
    [InlineData("2-3k", 2000, 3000)]
    [InlineData("2 – 3k", 2000, 3000)]
    [InlineData("2k to 3k", 2000, 3000)]
    [InlineData("2k-3k", 2000, 3000)]
    [InlineData("2k or 3k", 2000, 3000)]
    [InlineData("from 2k to 3k", 2000, 3000)]
    [InlineData("500 to 2k", 500, 2000)]
    [InlineData("5k-10", 5000, 10000)]
    [InlineData("3k to 2k", 2000, 3000)]
    [InlineData("two to three thousand", 2000, 3000)]
    [InlineData("1-2m", 1000000, 2000000)]
    [InlineData("500-1000", 500, 1000)]
    [InlineData("about 2-3k", 2000, 3000)]
    [InlineData("up to 2,000", 0, 2000)]
    [InlineData("2k max", 0, 2000)]
    [InlineData("max. 2k", 0, 2000)]
    [InlineData("no more than 2k", 0, 2000)]
    [InlineData("at most 2k", 0, 2000)]
    [InlineData("<= 2k", 0, 2000)]
    [InlineData("just over 5k", 5000, 6000)]
    [InlineData("over 5k", 5000, null)]
    [InlineData("more than 5k", 5000, null)]
    [InlineData("at least 3k", 3000, null)]
    [InlineData("no less than 3k", 3000, null)]
    [InlineData("minimum 3k", 3000, null)]
    [InlineData("from 3k", 3000, null)]
    [InlineData("starting at 3k", 3000, null)]
    [InlineData("3k+", 3000, null)]
    [InlineData("3k or more", 3000, null)]
    [InlineData("3k and up", 3000, null)]
    [InlineData("> 3k", 3000, null)]
    [InlineData("≥3k", 3000, null)]
    [InlineData("north of 3k", 3000, null)]
    public void A_vague_amount_is_a_range(string text, int from, int? to)
    {
        var said = Amounts.Read(text);
        Assert.Equal((from, (decimal?)to, false), (said?.From, said?.To, said?.Under));
    }

    [Theory]
    [InlineData("under 150 bucks", 0, 150)]
    [InlineData("less than 150", 0, 150)]
    [InlineData("below 150", 0, 150)]
    [InlineData("< 150", 0, 150)]
    [InlineData("maybe under 5k", 0, 5000)]
    [InlineData("just under 5k", 4000, 5000)]
    public void Under_leaves_its_end_out(string text, int from, int to)
    {
        var said = Amounts.Read(text);
        Assert.Equal((from, to, true), (said?.From, said?.To, said?.Under));
        Assert.Equal(to - 0.01m, said!.ForTwelveMonths().To);
    }

    [Theory]
    [InlineData("$200 a month", Period.Month, 2400)]
    [InlineData("200/mo", Period.Month, 2400)]
    [InlineData("200 / month", Period.Month, 2400)]
    [InlineData("200 per month", Period.Month, 2400)]
    [InlineData("200 monthly", Period.Month, 2400)]
    [InlineData("a few hundred a month", Period.Month, 2400)]
    [InlineData("12k per year", Period.Year, 12000)]
    [InlineData("12k p.a.", Period.Year, 12000)]
    [InlineData("12k a year", Period.Year, 12000)]
    [InlineData("12k annually", Period.Year, 12000)]
    [InlineData("12k/yr", Period.Year, 12000)]
    [InlineData("100 a week", Period.Year, 5200)]
    [InlineData("100 weekly", Period.Year, 5200)]
    [InlineData("1k per quarter", Period.Year, 4000)]
    [InlineData("5k once", Period.Once, 5000)]
    public void Recurring_money_counts_twelve_months(string text, Period per, int total)
    {
        var answer = Amounts.Read(text)?.ForTwelveMonths();
        Assert.Equal((per, total), (answer?.Per, answer?.From));
    }

    [Fact]
    public void Under_a_monthly_sum_ends_just_before_its_years_total() =>
        Assert.Equal(new Answer.Amount(0, 11_999.99m, Period.Month), Amounts.Read("under 1k a month")!.ForTwelveMonths());

    [Theory]
    [InlineData("free")]
    [InlineData("Free!")]
    [InlineData("for free")]
    [InlineData("they want it for free")]
    [InlineData("nothing")]
    [InlineData("zero")]
    [InlineData("0")]
    [InlineData("$0")]
    [InlineData("free of charge")]
    [InlineData("gratis")]
    public void Free_is_an_amount(string text)
    {
        var said = Amounts.Read(text);
        Assert.Equal((0m, (decimal?)0m), (said?.From, said?.To));
    }

    [Theory]
    [InlineData("€ 900", "EUR", false)]
    [InlineData("EUR 900", "EUR", false)]
    [InlineData("900 euros", "EUR", false)]
    [InlineData("900€", "EUR", false)]
    [InlineData("CHF 1'500", "CHF", false)]
    [InlineData("£2,000", "GBP", false)]
    [InlineData("usd5k", "USD", false)]
    [InlineData("US$ 5k", "USD", false)]
    [InlineData("CA$5k", "CAD", false)]
    [InlineData("$5k", "USD", true)]
    [InlineData("5 bucks", "USD", true)]
    [InlineData("5k dollars", "USD", true)]
    [InlineData("$5k CAD", "CAD", false)]
    [InlineData("5000 kr", "SEK", true)]
    [InlineData("¥5000", "JPY", true)]
    [InlineData("5k", null, false)]
    public void A_currency_is_recognised(string text, string? code, bool bySign)
    {
        var said = Amounts.Read(text);
        Assert.NotNull(said);
        Assert.Equal((code, bySign), (said.Currency?.Code, said.BySign));
    }

    [Theory]
    [InlineData("5k", "EUR", true)]
    [InlineData("$5k", "USD", true)]
    [InlineData("$5k", "CAD", true)]
    [InlineData("5 bucks", "AUD", true)]
    [InlineData("US$5k", "CAD", false)]
    [InlineData("USD 5k", "CAD", false)]
    [InlineData("$5k", "EUR", false)]
    [InlineData("5k €", "EUR", true)]
    [InlineData("5k €", "USD", false)]
    [InlineData("5k kr", "NOK", true)]
    public void A_shared_sign_fits_every_currency_that_uses_it(string text, string playbook, bool fits) =>
        Assert.Equal(fits, Amounts.Read(text)?.Fits(new Currency(playbook)));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("no")]
    [InlineData("no idea")]
    [InlineData("5 hours")]
    [InlineData("5 people")]
    [InlineData("15 March")]
    [InlineData("5 may")]
    [InlineData("15.3.")]
    [InlineData("15.3.2027")]
    [InlineData("2027-03-15")]
    [InlineData("3/15")]
    [InlineData("10%")]
    [InlineData("10 percent")]
    [InlineData("-5")]
    [InlineData("-$500")]
    [InlineData("minus 500")]
    [InlineData("555-123-4567")]
    [InlineData("0171 5551234")]
    [InlineData("+49 171 5551234")]
    [InlineData("01715551234")]
    [InlineData("4915551234567")]
    [InlineData("5k 6k")]
    [InlineData("$5k or €5k")]
    [InlineData("not 5k")]
    [InlineData("they can't pay 5k")]
    [InlineData("50 an hour")]
    [InlineData("$20 per user")]
    [InlineData("200 a month for 3 months")]
    [InlineData("a month")]
    [InlineData("k")]
    [InlineData("thousand dollars hundred")]
    [InlineData("05")]
    [InlineData("1.2.3")]
    [InlineData("1,2,3")]
    [InlineData("half")]
    [InlineData("under 0")]
    [InlineData("at least 5k at most")]
    [InlineData("99999 billion")]
    [InlineData("one two three")]
    [InlineData("ten five")]
    [InlineData("5k k")]
    [InlineData("between 2")]
    [InlineData("freedom")]
    [InlineData("not free")]
    [InlineData("second option")]
    public void What_is_no_amount_is_not_read_as_one(string text) => Assert.Null(Amounts.Read(text));
}
