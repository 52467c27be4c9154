using LeadBot.Domain;
using LeadBot.Host.Reminders;
using LeadBot.Host.Tests.Reminders;
using LeadBot.Host.Tests.Turns;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Reminding;
using LeadBot.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace LeadBot.Postgres.Tests;

/// <summary>The clock ticks for every instance, and each digest is said once.</summary>
public sealed class RemindingTogether : IDisposable
{
    private const int People = 30;

    private readonly TemporaryDirectory _directory = new();
    private readonly FakeTimeProvider _clock = new(TurnBench.Start);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_instances_that_look_at_once_one_reminds_and_everybody_is_told_once()
    {
        await using var one = await StaleAsync();
        await using var two = Instance();
        await using var three = Instance();
        TurnBench[] all = [one, two, three];

        var swept = await Task.WhenAll(all.Select(bench => Task.Run(bench.SweepAsync, Stop)));
        var later = new List<Swept>();
        foreach (var bench in all)
        {
            later.Add(await bench.SweepAsync());
        }

        Assert.Equal(People, swept.Concat(later).Sum(sweep => sweep.Messages));
        Assert.Equal(0, swept.Concat(later).Sum(sweep => sweep.Failures));
        AllWereToldOnce(one);
    }

    [Fact]
    public async Task Two_that_remind_the_same_people_at_the_same_time_all_the_same_tell_each_once()
    {
        await using var one = await StaleAsync();
        await using var two = Instance();

        var told = await Task.WhenAll(new[] { one, two }.Select(bench => bench.Store.Gate.BackgroundAsync(
            Scope.Sweep,
            session =>
            {
                var now = _clock.GetUtcNow();
                var due = DuePeople.Of(session, now, People);
                session.Enter(Databases.Local);
                var colleagues = Colleagues.Of(session, new WorkspaceId("local"), now);
                return due.Sum(one => bench.Digests.Remind(session, colleagues, one, now));
            },
            Stop)));

        Assert.Equal([0, People], told.Order());
        AllWereToldOnce(one);
    }

    [Fact]
    public async Task What_one_left_undone_that_is_gone_another_does()
    {
        await using var one = await StaleAsync();
        await using var two = Instance();
        using (one.Store.TryBeAlone("reminders"))
        {
            Assert.Equal(default, await two.SweepAsync());
        }

        Assert.Equal(People, (await two.SweepAsync()).Messages);
    }

    public void Dispose() => _directory.Dispose();

    private static void AllWereToldOnce(TurnBench bench)
    {
        using var tables = bench.Tables();
        Assert.Equal(Enumerable.Range(0, People).Select(n => $"p{n:00}"), tables.Digests.AsEnumerable().Select(digest => digest.Person).Order());
        Assert.Equal(People, tables.Outbox.AsEnumerable().Count(message => message.SaidAt == bench.Clock.GetUtcNow().UtcTicks));
        Assert.All(tables.Deals, deal => Assert.Equal(1, deal.ListedTimes));
    }

    private TurnBench Instance() => new(_directory, StaleDeals.Start, _clock, beside: true);

    /// <summary>Everybody's deal is stale by the next morning.</summary>
    private async Task<TurnBench> StaleAsync()
    {
        var bench = Instance();
        for (var n = 0; n < People; n++)
        {
            await bench.StartAsync($"p{n:00}", "Acme");
        }

        _clock.Advance(TimeSpan.FromDays(1));
        return bench;
    }
}
