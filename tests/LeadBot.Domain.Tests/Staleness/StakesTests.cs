using CsCheck;
using LeadBot.Domain.Staleness;

namespace LeadBot.Domain.Tests.Staleness;

/// <summary>Which deals come first: hours likely saved and money at stake, per minute of attention.</summary>
public sealed class StakesTests
{
    [Theory]
    [InlineData(2, 2, 12, 7.0)]
    [InlineData(11, 1, 12, 0.7)]
    [InlineData(20, 8, 12, 5.6)]
    [InlineData(20, 0, 12, 0.0)]
    public void Hours_are_what_the_playbook_leaves_over_or_as_long_again_times_the_chance_to_lose(double sunk, double sinceProgress, double selling, double hours) =>
        Assert.Equal((decimal)hours, Stakes.Of(Asking.Drop, (decimal)sunk, (decimal)sinceProgress, (decimal)selling, 0.3, null, 50).Hours);

    [Theory]
    [InlineData(Asking.Drop, 1, 1850)]
    [InlineData(Asking.Notice, 1, 1850)]
    [InlineData(Asking.Decide, 2, 925)]
    [InlineData(Asking.Answer, 3, 617)]
    public void Hours_at_the_floor_and_the_expected_money_are_taken_per_minute(Asking asking, int minutes, int perMinute)
    {
        var stakes = Stakes.Of(asking, 2, 2, 12, 0.3, 5000, 50);
        Assert.Equal((7m, 1500m, minutes), (stakes.Hours, stakes.Money, stakes.Minutes));
        Assert.Equal(perMinute, decimal.Round(stakes.PerMinute));
    }

    [Fact]
    public void More_hours_more_money_or_fewer_minutes_never_come_later() =>
        Gen.Select(Gen.Decimal[0, 40], Gen.Decimal[0, 40], Gen.Double[0, 1], Gen.Decimal[0, 100_000], Gen.Decimal[0, 200]).Sample((sunk, more, chance, value, floor) =>
        {
            var stakes = Stakes.Of(Asking.Decide, sunk, 0, 12, chance, value, floor);
            Assert.True(Stakes.Of(Asking.Decide, sunk + more, more, 12, chance, value, floor).PerMinute >= 0);
            Assert.True(Stakes.Of(Asking.Decide, sunk, more, 12, chance, value, floor).PerMinute >= stakes.PerMinute);
            Assert.True(Stakes.Of(Asking.Decide, sunk, 0, 12, chance, value + more, floor).PerMinute >= stakes.PerMinute);
            Assert.True(Stakes.Of(Asking.Drop, sunk, 0, 12, chance, value, floor).PerMinute >= stakes.PerMinute);
        });

    /// <summary>Serving the most stake per minute first leaves the least stake waiting, as Smith's rule says: no other order of a few deals does better.</summary>
    [Fact]
    public void No_other_order_leaves_less_at_stake_while_it_waits() =>
        Gen.Select(Gen.Enum<Asking>(), Gen.Int[0, 30], Gen.Int[0, 20_000], (asking, hours, value) => Stakes.Of(asking, hours, hours, 12, 0.25, value, 50))
            .Array[1, 5].Sample(deals =>
                Waiting([.. deals.OrderByDescending(d => d.PerMinute)]) <= Orders(deals).Min(Waiting) + 0.0001m);

    private static decimal Waiting(IReadOnlyList<Stakes> order)
    {
        var (sum, minutes) = (0m, 0);
        foreach (var deal in order)
        {
            minutes += deal.Minutes;
            sum += deal.PerMinute * deal.Minutes * minutes;
        }

        return sum;
    }

    private static IEnumerable<Stakes[]> Orders(Stakes[] deals) =>
        deals.Length <= 1 ? [deals] : deals.SelectMany((first, i) => Orders([.. deals[..i], .. deals[(i + 1)..]]).Select(rest => (Stakes[])[first, .. rest]));
}
