using LeadBot.Dialog.Channels;
using LeadBot.Host.Tests.Turns;
using LeadBot.TestKit;

namespace LeadBot.Host.Tests.Delivery;

/// <summary>A channel stands still while people go on talking.</summary>
public sealed class MoreThanCanBeSent : IDisposable
{
    /// <summary>Sent at a time, and what may wait for that in memory.</summary>
    private const int Held = 128 + 512;

    private const int Said = Held + 300;

    private readonly TemporaryDirectory _directory = new();
    private readonly TaskCompletionSource<Sent> _again = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task What_is_too_much_to_hold_waits_in_the_database_and_all_of_it_arrives_when_it_goes_on()
    {
        await using var bench = await BenchAsync();

        Assert.InRange(Leased(bench), 1, Held + 1);
        _again.SetResult(new Sent.Delivered(null));
        for (var sent = 0; sent < Said; sent++)
        {
            await bench.Channel.NextAsync();
        }

        await bench.UntilAsync(tables => !tables.Deliveries.Any());
        Assert.False(bench.Channel.HasMore);
    }

    [Fact]
    public async Task A_stop_lets_go_of_what_was_not_begun_so_that_it_is_at_once_somebody_elses()
    {
        await using var bench = await BenchAsync();

        var stopping = bench.Delivery.StopAsync(TestContext.Current.CancellationToken);
        bench.Clock.Advance(TimeSpan.FromSeconds(5));
        _again.SetResult(new Sent.Delivered(null));
        await stopping;

        Assert.Equal(0, Leased(bench));
        using var tables = bench.Tables();
        Assert.InRange(tables.Outbox.Count(message => message.SentAt != null), 1, 128);
    }

    public void Dispose() => _directory.Dispose();

    private static int Leased(TurnBench bench)
    {
        using var tables = bench.Tables();
        return tables.Deliveries.Count(delivery => delivery.LeaseUntil > 0);
    }

    private async Task<TurnBench> BenchAsync()
    {
        var bench = new TurnBench(_directory, TurnBench.Echo);
        bench.Channel.Answer = (_, _) => _again.Task;
        await bench.DeliverAsync();
        for (var n = 0; n < Said; n++)
        {
            await bench.TakeAsync($"e{n}", conversation: $"c{n}");
        }

        return bench;
    }
}
