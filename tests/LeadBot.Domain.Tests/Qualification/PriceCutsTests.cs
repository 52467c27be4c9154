using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;

namespace LeadBot.Domain.Tests.Qualification;

/// <summary>When an edited price is a cut. A range is written "4500-5500", without an upper end "5000-".</summary>
public sealed class PriceCutsTests
{
    private static readonly Question Price = new(
        new QuestionId("price"), "Ask?", "Why.", "Words.", 20, QuestionKind.Money,
        [new(new("low"), null, 0, Below: 1000), new(new("mid"), null, 5, Below: 5000), new(new("high"), null, 10)], 1);

    [Theory]
    [InlineData("5000", "4000", "5000 to 4000")]
    [InlineData("5000", "4999.99", "5000 to 4999.99")]
    [InlineData("5000", "5000", null)]
    [InlineData("5000", "6000", null)]
    [InlineData("5000", "4500-5000", "5000 to 4500")]
    [InlineData("5000", "4500-5500", null)]
    [InlineData("4500-5500", "4800", null)]
    [InlineData("4500-5500", "4000", "4500 to 4000")]
    [InlineData("5000-", "4000-", "5000 to 4000")]
    [InlineData("5000-", "4000", "5000 to 4000")]
    [InlineData("4000", "3000-", null)]
    [InlineData("high", "mid", "5000 to 1000")]
    [InlineData("mid", "low", "1000 to 0")]
    [InlineData("low", "mid", null)]
    [InlineData("high", "4000", "5000 to 4000")]
    [InlineData("mid", "4000", null)]
    [InlineData("mid", "500", "1000 to 500")]
    [InlineData("5000", "mid", "5000 to 1000")]
    [InlineData("5000", "?", null)]
    [InlineData("?", "5000", null)]
    [InlineData("elsewhere", "1", null)]
    public void It_is_a_cut_when_the_price_can_only_have_fallen(string before, string after, string? cut)
    {
        var (from, to) = PriceCuts.Between(Price, Read(before), Read(after)) is var (a, b) ? ((decimal?)a, (decimal?)b) : (null, null);
        Assert.Equal(cut, from is null ? null : FormattableString.Invariant($"{from} to {to}"));
    }

    private static Answer Read(string said)
    {
        if (said == "?")
        {
            return new Answer.DontKnow();
        }

        if (!char.IsDigit(said[0]))
        {
            return new Answer.Picked(new OutcomeId(said));
        }

        var ends = said.Split('-');
        decimal From(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        return new Answer.Amount(From(ends[0]), ends.Length == 1 ? From(ends[0]) : ends[1].Length == 0 ? null : From(ends[1]), Period.Once);
    }
}
