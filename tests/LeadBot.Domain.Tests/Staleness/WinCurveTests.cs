using CsCheck;
using LeadBot.Domain.Staleness;

namespace LeadBot.Domain.Tests.Staleness;

/// <summary>The estimator of won and lost as competing ends.</summary>
public sealed class WinCurveTests
{
    private static readonly Gen<PastDeal[]> Deals = Gen.Select(Gen.Int[0, 20], Gen.Enum<Ending>(), (days, ending) => Deal(days, ending)).Array[1, 40];

    /// <summary>Won on day 1, lost on 2, open on 2, won on 3, open on 4. Worked out by hand.</summary>
    [Fact]
    public void Five_deals_come_to_what_they_do_on_paper()
    {
        var curve = new WinCurve([Deal(1, Ending.Won), Deal(2, Ending.Lost), Deal(2, Ending.Open), Deal(3, Ending.Won), Deal(4, Ending.Open)]);
        Assert.Equal([0, 0.2, 0.2, 0.5, 0.5, 0.5], Enumerable.Range(0, 6).Select(d => Math.Round(curve.WonBy(d), 12)));
        Assert.Equal([1, 1, 3, 3], new[] { 0.1, 0.4, 0.41, 1 }.Select(curve.DayOf));
        Assert.Equal(0.3 / 0.8, curve.ChanceAfter(1, 2), 12);
        Assert.Equal(0.3 / 0.6, curve.ChanceAfter(2, 1), 12);
        Assert.Equal(0, curve.ChanceAfter(3, 9), 12);
        Assert.Equal(0.5, curve.ChanceAfter(0, 99), 12);
    }

    [Fact]
    public void Without_deals_nothing_is_known()
    {
        var curve = new WinCurve([]);
        Assert.Equal((-1, 0d, 0, 0d), (curve.LastDay, curve.WonBy(3), curve.DayOf(0.75), curve.ChanceAfter(0, 5)));
    }

    /// <summary>Efron's way to the same: each deal weighs alike, and one that is lost from sight leaves its weight to those that lasted longer.</summary>
    [Fact]
    public void It_is_what_handing_on_the_weight_of_unfinished_deals_gives() => Deals.Sample(deals =>
    {
        var curve = new WinCurve(deals);
        var weights = deals.Select(_ => 1.0 / deals.Length).ToArray();
        var won = 0.0;
        for (var day = 0; day <= 20; day++)
        {
            var longer = Enumerable.Range(0, deals.Length).Where(i => deals[i].Days > day).ToList();
            for (var i = 0; i < deals.Length; i++)
            {
                won += deals[i].Days == day && deals[i].Ending == Ending.Won ? weights[i] : 0;
                if (deals[i].Days == day && deals[i].Ending == Ending.Open)
                {
                    longer.ForEach(l => weights[l] += weights[i] / longer.Count);
                    weights[i] = 0;
                }
            }

            Assert.Equal(won, curve.WonBy(day), 1e-9);
        }
    });

    [Fact]
    public void When_every_deal_ended_a_chance_is_a_share() => Gen.Select(Deals, Gen.Int[0, 20], Gen.Int[1, 20]).Sample((deals, day, horizon) =>
    {
        var ended = deals.Where(d => d.Ending != Ending.Open).ToList();
        var open = ended.Count(d => d.Days > day);
        var won = ended.Count(d => d.Days > day && d.Days <= day + horizon && d.Ending == Ending.Won);
        Assert.Equal(open == 0 ? 0 : (double)won / open, new WinCurve(ended).ChanceAfter(day, horizon), 1e-9);
    });

    [Fact]
    public void A_chance_is_never_below_0_nor_above_1_and_grows_with_the_horizon() => Gen.Select(Deals, Gen.Int[0, 25], Gen.Int[1, 25]).Sample((deals, day, horizon) =>
    {
        var curve = new WinCurve(deals);
        Assert.InRange(curve.ChanceAfter(day, horizon), 0, 1 + 1e-9);
        Assert.True(curve.ChanceAfter(day, horizon + 1) >= curve.ChanceAfter(day, horizon));
    });

    private static PastDeal Deal(int days, Ending ending) => new(days, ending, days);
}
