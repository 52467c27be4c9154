using LeadBot.Dialog.Digests;
using LeadBot.Domain;

namespace LeadBot.Dialog.Tests.Digests;

public sealed class NextLookTests
{
    private static readonly DateTimeOffset s_now = new(2027, 3, 1, 8, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-1, 100.0, -5, 100.0, false)] // it waits as it did
    [InlineData(0, 100.0, 0, 100.0, false)]
    [InlineData(-1, 100.0, -1, 100.9, false)] // within a hundredth
    [InlineData(-1, 100.0, -1, 99.1, false)]
    [InlineData(-1, 0.0, -1, 0.0, false)]
    [InlineData(-1, 100.0, -1, 101.1, true)]
    [InlineData(-1, 100.0, -1, 98.9, true)]
    [InlineData(-1, 0.0, -1, 0.1, true)]
    [InlineData(-1, 1.0, -1, 0.0, true)]
    [InlineData(-1, 100.0, 1, 100.0, true)] // it waits no more
    [InlineData(1, 100.0, -1, 100.0, true)] // it waited for another time
    public void Of_a_deal_that_waits_as_it_did_with_an_urgency_within_a_hundredth_nothing_is_written(int keptHours, double kept, int hours, double urgency, bool isNews)
    {
        var deal = new DealId(Guid.NewGuid());

        Assert.Equal(isNews, new NextLook(deal, s_now.AddHours(hours), urgency).IsNews(new NextLook(deal, s_now.AddHours(keptHours), kept), s_now));
    }

    [Fact]
    public void Never_again_and_for_the_first_time_are_news()
    {
        var look = new NextLook(new DealId(Guid.NewGuid()), s_now, 1);

        Assert.True(look.IsNews(null, s_now));
        Assert.True((look with { At = null }).IsNews(look, s_now));
    }
}
