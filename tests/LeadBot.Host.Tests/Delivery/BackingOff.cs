using LeadBot.Host.Delivery;

namespace LeadBot.Host.Tests.Delivery;

public sealed class BackingOff
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(9, 256)]
    [InlineData(10, 300)]
    [InlineData(2000, 300)]
    public void It_doubles_up_to_five_minutes(int failures, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Backoff.After(failures, null, 0));

    [Fact]
    public void Chance_shortens_it_by_a_fifth_at_most() => Assert.Equal(TimeSpan.FromSeconds(12.8), Backoff.After(5, null, 1));

    [Fact]
    public void It_is_never_shorter_than_the_channel_asked_for()
    {
        Assert.Equal(TimeSpan.FromSeconds(30), Backoff.After(1, TimeSpan.FromSeconds(30), 0));
        Assert.Equal(TimeSpan.FromSeconds(16), Backoff.After(5, TimeSpan.FromSeconds(3), 0));
    }
}
