using System.Data.Common;
using LeadBot.Storage.Gate;

namespace LeadBot.Storage.Tests.Gate;

public sealed class TheWriteGate : IDisposable
{
    private readonly BusyStore _busy = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_jobs_that_wait_together_a_failing_one_fails_alone()
    {
        var (first, go) = await _busy.HoldAsync();
        var jobs = Enumerable.Range(0, 10).Select(n => _busy.Gate.TurnAsync(Scope.Sweep, session => BusyStore.Add(session, $"w{n}", fail: n == 4), Stop)).ToList();
        go.SetResult();
        await first;

        Assert.Equal("w4", (await Assert.ThrowsAsync<InvalidOperationException>(() => jobs[4])).Message);
        await Task.WhenAll(jobs.Where((_, n) => n != 4));
        Assert.Equal(["w0", "w1", "w2", "w3", "w5", "w6", "w7", "w8", "w9"], await _busy.NamesAsync());
    }

    [Fact]
    public async Task Nothing_is_remembered_of_what_was_not_committed()
    {
        var remembered = new List<string>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => _busy.Gate.TurnAsync(Scope.Sweep, session => Remember(session, "failed", fail: true), Stop));
        await _busy.Gate.TurnAsync(Scope.Sweep, session => Remember(session, "kept", fail: false), Stop);

        Assert.Equal(["kept"], remembered);

        int Remember(WriteSession session, string name, bool fail)
        {
            session.AfterCommit(() => remembered.Add(name));
            return BusyStore.Add(session, name, fail);
        }
    }

    [Fact]
    public async Task A_long_piece_of_work_sees_that_turns_go_on_and_a_failing_part_of_it_undoes_only_itself()
    {
        Task<bool>? turn = null;
        var goOn = await _busy.Gate.BackgroundAsync(
            Scope.Sweep,
            session =>
            {
                Assert.Null(session.Attempt(part => BusyStore.Add(part, "good")));
                Assert.Equal("bad", session.Attempt(part => BusyStore.Add(part, "bad", fail: true))?.Message);
                turn = _busy.Gate.TurnAsync(Scope.Sweep, _ => true, Stop);
                return _busy.Gate.TurnsGoOn;
            },
            Stop);

        Assert.True(goOn);
        Assert.True(await turn!);
        Assert.Equal(["good"], await _busy.NamesAsync());
    }

    [Fact]
    public async Task What_is_left_for_later_is_kept_with_the_job_and_undone_with_its_part()
    {
        var failed = await _busy.Gate.BackgroundAsync(
            Scope.Sweep,
            session =>
            {
                Leave(session, "first", "{}");
                session.AllOrNothing(() =>
                {
                    Leave(session, "undone", "{}");
                    return false;
                });
                var failure = session.Attempt(part =>
                {
                    Leave(part, "before the failing one", "{}");
                    Leave(part, "failing", null);
                });
                Leave(session, "last", "{}");
                return failure is DbException;
            },
            Stop);

        Assert.True(failed);
        Assert.Equal(["first", "last"], await _busy.NamesAsync());

        static void Leave(WriteSession session, string id, string? document)
        {
            session.Enter(Scope.Of(new(id)));
            session.Later("INSERT INTO workspaces (id, document) VALUES ($1, $2)", id, document);
        }
    }

    [Fact]
    public async Task More_turns_than_can_be_held_are_refused_and_taken_when_they_come_again()
    {
        using var waiting = new ManualResetEventSlim();
        var turns = Enumerable.Range(0, 3000).Select(n => _busy.Gate.TurnAsync(Scope.Sweep, _ => waiting.Wait(TimeSpan.FromMinutes(2), Stop), Stop)).ToList();

        Assert.Equal(3000 - 2048, turns.Count(turn => turn.IsFaulted));
        Assert.All(turns.Where(turn => turn.IsFaulted), turn => Assert.IsType<BusyException>(turn.Exception!.InnerException));
        waiting.Set();
        await Task.WhenAll(turns.Where(turn => !turn.IsFaulted));
        Assert.Equal(1, await _busy.Gate.TurnAsync(Scope.Sweep, session => BusyStore.Add(session, "again"), Stop));
    }

    [Fact]
    public async Task Closing_finishes_what_was_queued_and_then_refuses()
    {
        var (first, go) = await _busy.HoldAsync();
        var queued = _busy.Gate.TurnAsync(Scope.Sweep, session => BusyStore.Add(session, "queued"), Stop);
        var closing = Task.Run(_busy.Store.Dispose, Stop);
        go.SetResult();
        await Task.WhenAll(first, queued, closing);

        await Assert.ThrowsAsync<ObjectDisposedException>(() => _busy.Gate.TurnAsync(Scope.Sweep, session => BusyStore.Add(session, "late"), Stop));
    }

    public void Dispose() => _busy.Dispose();
}
