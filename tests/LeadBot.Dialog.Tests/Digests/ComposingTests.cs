using LeadBot.Domain.Deals;
using LeadBot.Domain.Staleness;

namespace LeadBot.Dialog.Tests.Digests;

public sealed class ComposingTests
{
    private static readonly DateOnly s_monday = Mornings.Monday;
    private readonly Mornings _mornings = new();

    [Fact]
    public void Nothing_to_say_is_no_digest_and_the_next_day_is_looked_at()
    {
        _mornings.Make("Acme", s_monday.AddDays(-3));
        var decision = _mornings.Compose(s_monday);
        Assert.Null(decision.Digest);
        Assert.Equal(_mornings.At(s_monday.AddDays(1)), decision.NextAt);
    }

    [Fact]
    public void Cooling_is_never_listed()
    {
        var cooling = _mornings.Make("Acme", s_monday.AddDays(-14));
        Assert.Equal(Health.Cooling, Silence.Of(cooling, s_monday, _mornings.Calendar, SilenceRules.Usual).Health);
        Assert.Equal("", _mornings.Card(s_monday));
    }

    [Fact]
    public void A_stale_deal_says_how_long_what_it_cost_and_what_is_at_stake()
    {
        _mornings.Make("Acme", s_monday.AddDays(-28), with: deal => deal with { Value = 5000, Course = deal.Course with { HoursSunk = 1.5m, PutOffs = 1 } });
        Assert.Equal(
            """
            # One deal to look at
            Acme: stale, silent for 20 working days (the limit is 15). It has cost about 90 minutes and 1 put-off. About 3 hours and $5,000 at stake.
            [Drop it] [It moved] [Park it] [Not now]
            """,
            _mornings.Card(s_monday),
            ignoreLineEndingDifferences: true);
    }
}
