using LeadBot.Domain;
using LeadBot.Storage.Delivering;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using LeadBot.TestKit;

namespace LeadBot.Postgres.Tests;

public sealed class KeepingPace : IDisposable
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    private readonly TemporaryDirectory _directory = new();
    private readonly Store _one;
    private readonly Store _two;

    public KeepingPace()
    {
        var place = new DatabasePlace.Server(ServerDatabases.Of(_directory.Path)!);
        (_one, _two) = (Store.Open(place), Store.Open(place));
    }

    [Fact]
    public async Task Instances_keep_one_pace_together()
    {
        Assert.Equal([-3, -2, -1, 0, 1, 2, 3, 4], (await WaitsAsync(8)).Order());
        // The last was too far off and keeps no place.
        Assert.Equal(4, await KeepAsync(_one, s_now));
        Assert.Equal(-3, await KeepAsync(_two, s_now, "another channel"));
        Assert.Equal(-3, await KeepAsync(_two, s_now, workspace: "slack:T2"));
        Assert.Equal(-1, await KeepAsync(_two, s_now + 5 * s_second));
        Assert.Equal(-3, await KeepAsync(_two, s_now + 60 * s_second));
    }

    [Fact]
    public async Task A_pace_that_is_not_spent_is_forgotten()
    {
        await KeepAsync(_one, s_now);

        Assert.Equal(0, await _one.Gate.BackgroundAsync(Scope.Retention, session => Paces.Forget(session, s_now), TestContext.Current.CancellationToken));
        Assert.Equal(1, await _one.Gate.BackgroundAsync(Scope.Retention, session => Paces.Forget(session, s_now + 2 * s_second), TestContext.Current.CancellationToken));
    }

    public void Dispose()
    {
        _one.Dispose();
        _two.Dispose();
        _directory.Dispose();
    }

    private Task<double[]> WaitsAsync(int messages) => Task.WhenAll(Enumerable.Range(0, messages).Select(n => Task.Run(() => KeepAsync(n % 2 == 0 ? _one : _two, s_now))));

    /// <summary>Seconds.</summary>
    private static async Task<double> KeepAsync(Store store, DateTimeOffset now, string into = "C1", string workspace = "slack:T1") => (await store.Gate.BackgroundAsync(
        Scope.Delivery,
        session => Paces.Keep(session, new WorkspaceId(workspace), into, s_second, 4, 3 * s_second, now), TestContext.Current.CancellationToken)).TotalSeconds;
}
