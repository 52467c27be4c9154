using CsCheck;
using LeadBot.Domain.Staleness;

namespace LeadBot.Domain.Tests.Staleness;

/// <summary>The silence limit a team's finished deals teach.</summary>
public sealed class LearningTests
{
    private const double Floor = 0.05;

    private static readonly DateOnly Today = new(2026, 3, 2);

    /// <summary>Wins early or late, losses before or after them, some deals that never end.</summary>
    private static readonly Gen<KnownTeam> AnyTeam =
        from wins in Gen.Double[0.2, 0.5]
        from wonFrom in Gen.Int[1, 60]
        from wonFor in Gen.Int[10, 60]
        from losses in Gen.Double[0.1, 0.4]
        from lostFrom in Gen.Int[1, 60]
        from lostFor in Gen.Int[5, 40]
        select new KnownTeam(wins, wonFrom, wonFrom + wonFor, losses, lostFrom, lostFrom + lostFor);

    private static readonly Gen<int> Seed = Gen.Int[0, int.MaxValue - 1];

    [Fact]
    public void Deals_older_than_any_that_ever_closed_are_called_out()
    {
        var learnt = Learn(Pipeline.Deals);
        var oldest = Pipeline.Deals.Where(d => d.Ending != Ending.Open).Max(d => d.Days);
        Assert.InRange(learnt.Limit.Limit, learnt.Limit.Horizon, oldest - 1);
        Assert.True(Pipeline.Deals.Count(d => d.Ending == Ending.Open && d.Days > oldest) > 100);
    }

    /// <summary>Of the deals that closed late almost all were won, since lost ones close sooner; of those still open so late hardly any will be.</summary>
    [Fact]
    public void Lost_deals_that_close_sooner_do_not_make_old_ones_look_good()
    {
        var learnt = Learn(Pipeline.Deals);
        var late = Pipeline.Deals.Where(d => d.Ending != Ending.Open && d.Days > learnt.Limit.Limit).ToList();
        Assert.True(late.Count(d => d.Ending == Ending.Won) > 0.5 * late.Count);
        Assert.InRange(new WinCurve(Pipeline.Deals).ChanceAfter(learnt.Limit.Limit + 1, learnt.Limit.Horizon), 0, Floor);
    }

    /// <summary>Of the deals that closed in their first weeks many were lost; the young ones that are open are as good as any.</summary>
    [Fact]
    public void Lost_deals_that_close_sooner_do_not_make_young_ones_look_bad()
    {
        var limit = Learn(Pipeline.Deals).Limit;
        var curve = new WinCurve(Pipeline.Deals);
        Assert.All(Enumerable.Range(0, limit.Limit + 1), day => Assert.True(curve.ChanceAfter(day, limit.Horizon) > Floor));
    }

    [Fact]
    public void It_comes_to_the_true_limit_the_more_deals_there_are() => Drawn(
        60,
        Gen.Select(AnyTeam, Seed),
        drawn =>
        {
            var (team, seed) = drawn;
            var truth = team.Limit(Floor);
            var learnt = Learn(team.Deals(20_000, 0, 500, seed));
            Assert.InRange(learnt.Estimate, truth - 2, truth + 2);
            Assert.InRange(learnt.Limit.Horizon, team.Horizon - 2, team.Horizon + 2);
        });

    [Fact]
    public void A_few_hundred_deals_are_near_it() => Drawn(
        200,
        Gen.Select(AnyTeam, Seed),
        drawn => Assert.InRange(Learn(drawn.Item1.Deals(600, 0, 500, drawn.Item2)).Estimate - drawn.Item1.Limit(Floor), -12, 12));

    [Fact]
    public void One_more_loss_does_not_make_it_jump() => Drawn(
        300,
        Gen.Select(AnyTeam, Seed, Gen.Int[0, 599]),
        drawn =>
        {
            var (team, seed, which) = drawn;
            var deals = team.Deals(600, 0, 500, seed);
            var before = Learn(deals).Estimate;
            deals[which] = deals[which] with { Ending = deals[which].Ending == Ending.Open ? Ending.Lost : deals[which].Ending };
            Assert.InRange(Learn(deals).Estimate, before - 3, before + 3);
        });

    /// <summary>Losses come first and wins late, up to day 180 of their lives: whoever looked at losses alone would call out everything after the first weeks.</summary>
    [Fact]
    public void A_team_whose_deals_win_late_is_never_warned_early() => Drawn(
        500,
        Gen.Select(Gen.Int[40, 160], Gen.Int[5, 20], Gen.Double[0.15, 0.35], Gen.Double[0.2, 0.6], Seed, Gen.Int[60, 3000]),
        drawn =>
        {
            var (wonFrom, wonFor, wins, losses, seed, count) = drawn;
            var team = new KnownTeam(wins, wonFrom, wonFrom + wonFor, losses, 1, 20);
            if (Learning.From(team.Deals(count, 0, 600, seed), Floor, null, Today) is Learning.Learnt learnt)
            {
                Assert.InRange(learnt.Estimate, team.WonFrom, int.MaxValue);
            }
        });

    /// <summary>Nothing was watched for longer than thirty days: what deals do afterwards nobody knows yet.</summary>
    [Fact]
    public void A_young_team_is_never_warned_of_days_it_has_not_lived() => Drawn(
        200,
        Gen.Select(Seed, Gen.Int[100, 3000]),
        drawn =>
        {
            var team = new KnownTeam(0.6, 1, 150, 0.2, 1, 20);
            Assert.IsNotType<Learning.Learnt>(Learning.From(team.Deals(drawn.Item2, 0, 30, drawn.Item1), Floor, null, Today));
        });

    [Fact]
    public void A_chance_that_never_falls_teaches_no_limit()
    {
        var deals = Enumerable.Range(1, 400).Select(day => new PastDeal(day, day % 2 == 0 ? Ending.Won : Ending.Lost, 900)).ToList();
        var late = Assert.IsType<Learning.WinsLate>(Learning.From(deals, Floor, null, Today));
        Assert.InRange(late.Chance, 0.3, 0.6);
    }

    [Theory]
    [InlineData(15, 15, 15, 0, 0, 0)]
    [InlineData(14, 15, 15, 1, 0, 0)]
    [InlineData(15, 9, 15, 0, 6, 0)]
    [InlineData(15, 15, 14, 0, 0, 1)]
    [InlineData(0, 0, 0, 15, 15, 15)]
    public void Fifteen_wins_losses_and_deals_at_risk_are_needed(int wins, int losses, int open, int missingWins, int missingLosses, int missingOld)
    {
        var learning = Learning.From(Team(wins, losses, open), Floor, null, Today);
        if (missingWins + missingLosses + missingOld == 0)
        {
            Assert.IsType<Learning.Learnt>(learning);
        }
        else
        {
            var few = Assert.IsType<Learning.TooFew>(learning);
            Assert.Equal((missingWins, missingLosses, missingOld), (few.MissingWins, few.MissingLosses, few.MissingOld));
        }
    }

    [Theory]
    [InlineData(4, 18)]
    [InlineData(18, 18)]
    [InlineData(40, 40)]
    [InlineData(300, 250)]
    public void It_is_never_below_the_90th_percentile_of_silence_in_deals_that_were_won(int silence, int limit)
    {
        List<PastDeal> deals = [.. Team(20, 15, 30).Select(d => d.Ending == Ending.Won ? d with { LongestSilence = silence } : d)];
        Assert.Equal(limit, Learn(deals).Estimate);
    }

    [Fact]
    public void A_win_whose_silences_nobody_kept_was_silent_from_its_start()
    {
        var limit = Learn(Team(20, 15, 30)).Limit;
        Assert.Equal((18, 20), (limit.LongestWonSilence, limit.MostWonSilence));
    }

    [Fact]
    public void The_share_of_wins_that_were_silent_past_the_estimate_is_a_tenth_at_most() => Gen.Select(AnyTeam, Seed, Gen.Int[50, 600]).Sample(
        (team, seed, count) =>
        {
            var deals = team.Deals(count, 0, 400, seed);
            if (Learning.From(deals, Floor, null, Today) is Learning.Learnt learnt)
            {
                var wins = deals.Where(d => d.Ending == Ending.Won).ToList();
                Assert.True(wins.Count(d => (d.LongestSilence ?? d.Days) > learnt.Estimate) <= wins.Count / 10);
            }
        },
        iter: 300);

    [Fact]
    public void The_limit_says_what_it_was_learnt_from()
    {
        var limit = Learn(Team(20, 16, 30)).Limit;
        Assert.Equal(new LearntLimit(18, Today, 15, Floor, 18, 20, 20, 16), limit);
    }

    [Theory]
    [InlineData(null, 40, 40)]
    [InlineData(20, 40, 24)]
    [InlineData(20, 22, 22)]
    [InlineData(20, 10, 16)]
    [InlineData(20, 20, 20)]
    [InlineData(17, 40, 20)]
    [InlineData(3, 40, 4)]
    [InlineData(1, 1, 1)]
    public void It_moves_by_a_fifth_a_week_at_most_though_always_by_a_day(int? approved, int estimate, int limit) =>
        Assert.Equal(limit, Learning.Step(approved, estimate));

    [Fact]
    public void Week_by_week_it_arrives_at_the_estimate_and_stays() => Gen.Select(Gen.Int[1, 250], Gen.Int[1, 250]).Sample((approved, estimate) =>
    {
        var limit = approved;
        for (var week = 0; week < 60; week++)
        {
            var next = Learning.Step(limit, estimate);
            Assert.True(Math.Abs(next - limit) <= Math.Max(1, limit / 5));
            limit = next;
        }

        Assert.Equal(estimate, limit);
    });

    /// <summary>What deals teach is near the truth for all but one team in a great many: the same are drawn every time.</summary>
    private static void Drawn<T>(int times, Gen<T> any, Action<T> check)
    {
        var random = new PCG(1, 1);
        for (var time = 0; time < times; time++)
        {
            check(any.Generate(random, null, out _));
        }
    }

    /// <summary>Wins on days 1, 2, 3, …; losses on day 2; the others open for 60 days; what ended is of the last weeks.</summary>
    private static List<PastDeal> Team(int wins, int losses, int open) =>
    [
        .. Enumerable.Range(1, wins).Select(day => new PastDeal(day, Ending.Won, 22)),
        .. Enumerable.Repeat(new PastDeal(2, Ending.Lost, 2), losses),
        .. Enumerable.Repeat(new PastDeal(60, Ending.Open, 60), open),
    ];

    private static Learning.Learnt Learn(IReadOnlyCollection<PastDeal> deals) =>
        Assert.IsType<Learning.Learnt>(Learning.From(deals, Floor, null, Today));
}
