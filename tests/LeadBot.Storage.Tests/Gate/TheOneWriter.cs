using LeadBot.Storage.Gate;
using Microsoft.Data.Sqlite;

namespace LeadBot.Storage.Tests.Gate;

/// <summary>A file is written by one writer, and so jobs come in an order and share a commit.</summary>
public sealed class TheOneWriter : IDisposable
{
    private readonly BusyStore _busy = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_failing_commit_fails_every_job_in_it_and_keeps_nothing()
    {
        var (first, go) = await _busy.HoldAsync();
        var good = _busy.Gate.TurnAsync(Scope.Sweep, session => BusyStore.Add(session, "good"), Stop);
        // Undoing the whole transaction is what SQLite does by itself when the disk is full or fails.
        var bad = _busy.Gate.TurnAsync(Scope.Sweep, session => session.Execute("ROLLBACK"), Stop);
        go.SetResult();
        await first;

        await Assert.ThrowsAsync<SqliteException>(() => good);
        await Assert.ThrowsAsync<SqliteException>(() => bad);
        Assert.Empty(await _busy.NamesAsync());
        await _busy.Gate.TurnAsync(Scope.Sweep, session => BusyStore.Add(session, "after"), Stop);
        Assert.Equal(["after"], await _busy.NamesAsync());
    }

    [Fact]
    public async Task Turns_go_before_background_work()
    {
        var order = new List<string>();
        var (first, go) = await _busy.HoldAsync();
        var background = _busy.Gate.BackgroundAsync(Scope.Sweep, _ => Note("background"), Stop);
        var turn = _busy.Gate.TurnAsync(Scope.Sweep, _ => Note("turn"), Stop);
        go.SetResult();
        await Task.WhenAll(first, background, turn);

        Assert.Equal(["turn", "background"], order);

        bool Note(string what)
        {
            order.Add(what);
            return true;
        }
    }

    [Fact]
    public async Task A_job_nobody_waits_for_any_more_is_not_run()
    {
        using var gone = new CancellationTokenSource();
        var (first, go) = await _busy.HoldAsync();
        var dropped = _busy.Gate.TurnAsync(Scope.Sweep, session => BusyStore.Add(session, "dropped"), gone.Token);
        await gone.CancelAsync();
        go.SetResult();
        await first;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => dropped);
        Assert.Empty(await _busy.NamesAsync());
    }

    public void Dispose() => _busy.Dispose();
}
