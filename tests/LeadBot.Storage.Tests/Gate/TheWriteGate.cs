using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using LeadBot.TestKit;
using Microsoft.Data.Sqlite;

namespace LeadBot.Storage.Tests.Gate;

public sealed class TheWriteGate : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly Store _store;

    public TheWriteGate() => _store = Store.Open(_directory.Path);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Jobs_that_wait_together_commit_together_and_a_failing_one_fails_alone()
    {
        var (first, go) = await HoldAsync();
        var jobs = Enumerable.Range(0, 10).Select(n => _store.Gate.TurnAsync(Scope.Sweep, session => Add(session, $"w{n}", fail: n == 4), Stop)).ToList();
        go.SetResult();
        await first;

        Assert.Equal("w4", (await Assert.ThrowsAsync<InvalidOperationException>(() => jobs[4])).Message);
        await Task.WhenAll(jobs.Where((_, n) => n != 4));
        Assert.Equal(["w0", "w1", "w2", "w3", "w5", "w6", "w7", "w8", "w9"], await NamesAsync());
    }

    [Fact]
    public async Task A_failing_commit_fails_every_job_in_it_and_keeps_nothing()
    {
        var (first, go) = await HoldAsync();
        var good = _store.Gate.TurnAsync(Scope.Sweep, session => Add(session, "good"), Stop);
        // Undoing the whole transaction is what SQLite does by itself when the disk is full or fails.
        var bad = _store.Gate.TurnAsync(Scope.Sweep, session => session.Execute("ROLLBACK"), Stop);
        go.SetResult();
        await first;

        await Assert.ThrowsAsync<SqliteException>(() => good);
        await Assert.ThrowsAsync<SqliteException>(() => bad);
        Assert.Empty(await NamesAsync());
        await _store.Gate.TurnAsync(Scope.Sweep, session => Add(session, "after"), Stop);
        Assert.Equal(["after"], await NamesAsync());
    }

    [Fact]
    public async Task Nothing_is_remembered_of_what_was_not_committed()
    {
        var remembered = new List<string>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => _store.Gate.TurnAsync(Scope.Sweep, session => Remember(session, "failed", fail: true), Stop));
        await _store.Gate.TurnAsync(Scope.Sweep, session => Remember(session, "kept", fail: false), Stop);

        Assert.Equal(["kept"], remembered);

        int Remember(WriteSession session, string name, bool fail)
        {
            session.AfterCommit(() => remembered.Add(name));
            return Add(session, name, fail);
        }
    }

    [Fact]
    public async Task Turns_go_before_background_work()
    {
        var order = new List<string>();
        var (first, go) = await HoldAsync();
        var background = _store.Gate.BackgroundAsync(Scope.Sweep, _ => Note("background"), Stop);
        var turn = _store.Gate.TurnAsync(Scope.Sweep, _ => Note("turn"), Stop);
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
    public async Task A_long_piece_of_work_sees_that_turns_go_on_and_a_failing_part_of_it_undoes_only_itself()
    {
        Task<bool>? turn = null;
        var goOn = await _store.Gate.BackgroundAsync(
            Scope.Sweep,
            session =>
            {
                Assert.Null(session.Attempt(part => Add(part, "good")));
                Assert.Equal("bad", session.Attempt(part => Add(part, "bad", fail: true))?.Message);
                turn = _store.Gate.TurnAsync(Scope.Sweep, _ => true, Stop);
                return _store.Gate.TurnsGoOn;
            },
            Stop);

        Assert.True(goOn);
        Assert.True(await turn!);
        Assert.Equal(["good"], await NamesAsync());
    }

    [Fact]
    public async Task A_job_nobody_waits_for_any_more_is_not_run()
    {
        using var gone = new CancellationTokenSource();
        var (first, go) = await HoldAsync();
        var dropped = _store.Gate.TurnAsync(Scope.Sweep, session => Add(session, "dropped"), gone.Token);
        await gone.CancelAsync();
        go.SetResult();
        await first;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => dropped);
        Assert.Empty(await NamesAsync());
    }

    [Fact]
    public async Task More_turns_than_can_be_held_are_refused_and_taken_when_they_come_again()
    {
        using var waiting = new ManualResetEventSlim();
        var turns = Enumerable.Range(0, 3000).Select(n => _store.Gate.TurnAsync(Scope.Sweep, _ => waiting.Wait(TimeSpan.FromMinutes(2), Stop), Stop)).ToList();

        Assert.Equal(3000 - 2048, turns.Count(turn => turn.IsFaulted));
        Assert.All(turns.Where(turn => turn.IsFaulted), turn => Assert.IsType<BusyException>(turn.Exception!.InnerException));
        waiting.Set();
        await Task.WhenAll(turns.Where(turn => !turn.IsFaulted));
        Assert.Equal(1, await _store.Gate.TurnAsync(Scope.Sweep, session => Add(session, "again"), Stop));
    }

    [Fact]
    public async Task Closing_finishes_what_was_queued_and_then_refuses()
    {
        var (first, go) = await HoldAsync();
        var queued = _store.Gate.TurnAsync(Scope.Sweep, session => Add(session, "queued"), Stop);
        var closing = Task.Run(_store.Dispose, Stop);
        go.SetResult();
        await Task.WhenAll(first, queued, closing);

        await Assert.ThrowsAsync<ObjectDisposedException>(() => _store.Gate.TurnAsync(Scope.Sweep, session => Add(session, "late"), Stop));
    }

    public void Dispose()
    {
        _store.Dispose();
        _directory.Dispose();
    }

    /// <summary>Keeps the writer busy until told to go on, so that jobs queue behind it.</summary>
    private async Task<(Task First, TaskCompletionSource Go)> HoldAsync()
    {
        var (running, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = _store.Gate.TurnAsync(
            Scope.Sweep,
            _ =>
            {
                running.SetResult();
                go.Task.Wait(Stop);
                return true;
            },
            Stop);
        await running.Task;
        return (first, go);
    }

    private static int Add(WriteSession session, string name, bool fail = false)
    {
        session.Enter(Scope.Of(new(name)));
        session.Execute("INSERT INTO workspaces (id, document) VALUES ($1, '{}')", name);
        return fail ? throw new InvalidOperationException(name) : 1;
    }

    private Task<List<string>> NamesAsync() => _store.Gate.TurnAsync(Scope.Sweep, session => session.All("SELECT id FROM workspaces ORDER BY id", row => row.GetString(0)), Stop);
}
