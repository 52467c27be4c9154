using System.Globalization;
using LeadBot.Domain.Deals;
using LeadBot.Host.Import;

namespace LeadBot.Host.Tests.Import;

public sealed class ReadingCells
{
    private static readonly CellReader s_american = new(commaDecimals: false, dayFirst: false);
    private static readonly CellReader s_german = new(commaDecimals: true, dayFirst: true);

    [Theory]
    [InlineData("1500", "1500", "1500")]
    [InlineData("1,500", "1500", "1.5")]
    [InlineData("1.500", "1.5", "1500")]
    [InlineData("1,500.50", "1500.5", "1500.5")]
    [InlineData("1.500,50", "1500.5", "1500.5")]
    [InlineData("1,5", "1.5", "1.5")]
    [InlineData("1.234.567", "1234567", "1234567")]
    [InlineData("$1,500.00", "1500", "1500")]
    [InlineData("1.500,00 €", "1500", "1500")]
    [InlineData("USD 20", "20", "20")]
    [InlineData("CHF 1'500.00", "1500", "1500")]
    [InlineData("1 500", "1500", "1500")]
    [InlineData("0", "0", "0")]
    [InlineData("5k", null, null)]
    [InlineData("-5", null, null)]
    [InlineData("a lot", null, null)]
    [InlineData("1e9", null, null)]
    public void A_number_is_read_as_its_kind_of_file_writes_it(string cell, string? american, string? german)
    {
        Assert.Equal(american, s_american.Number(cell)?.ToString("0.##", CultureInfo.InvariantCulture));
        Assert.Equal(german, s_german.Number(cell)?.ToString("0.##", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2026-03-04", "2026-03-04", "2026-03-04")]
    [InlineData("2026-03-04 09:15", "2026-03-04", "2026-03-04")]
    [InlineData("2026-03-04T09:15:00Z", "2026-03-04", "2026-03-04")]
    [InlineData("3/4/2026", "2026-03-04", "2026-04-03")]
    [InlineData("03/04/26 9:15 AM", "2026-03-04", "2026-04-03")]
    [InlineData("13/4/2026", "2026-04-13", "2026-04-13")]
    [InlineData("4/13/2026", "2026-04-13", "2026-04-13")]
    [InlineData("4.3.2026", "2026-03-04", "2026-03-04")]
    [InlineData("4 March 2026", "2026-03-04", "2026-03-04")]
    [InlineData("Mar 4, 2026", "2026-03-04", "2026-03-04")]
    [InlineData("30/2/2026", null, null)]
    [InlineData("soon", null, null)]
    [InlineData("2026", null, null)]
    public void A_day_is_read_as_its_kind_of_file_writes_it(string cell, string? american, string? german)
    {
        Assert.Equal(american, s_american.Day(cell)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(german, s_german.Day(cell)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("", DealState.Open)]
    [InlineData("Open", DealState.Open)]
    [InlineData("Closed Won", DealState.Won)]
    [InlineData("closedlost", DealState.Lost)]
    [InlineData("On hold", DealState.Parked)]
    [InlineData("maybe", null)]
    public void A_state_is_read(string cell, DealState? state) => Assert.Equal(state, DealStates.Read(cell));
}
