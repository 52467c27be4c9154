using System.Diagnostics;

namespace LeadBot.Storage.Gate;

/// <summary>
/// The one way to write. Jobs queue, and turns go before background work. On SQLite one thread takes what waits, runs each
/// under its own savepoint inside one transaction, and commits once for all of them: it has one writer anyway, and waiting
/// here, in order, costs milliseconds where sixteen writers contending in SQLite wait for seconds. On PostgreSQL several
/// threads take one job at a time, each on a connection of its own. There jobs of the same line, which would only wait for each other,
/// take one writer however many they are; and half of the writers never wait for what other instances hold.
/// </summary>
public sealed class WriteGate : IDisposable
{
    /// <summary>How many turns commit together at most; bounds how long the first of them waits.</summary>
    private const int MostTurns = 64;

    /// <summary>How many background jobs may ride along, so that they are neither starved nor in the way.</summary>
    private const int MostOthers = 64;

    /// <summary>So many turns may be under way or wait for it; more are refused.</summary>
    private const int MostUnderWay = 2048;

    /// <summary>Turns go on for so long after one was asked for.</summary>
    private static readonly TimeSpan s_lately = TimeSpan.FromMilliseconds(200);

    /// <summary>Of several writers every fourth takes background work first, so that many turns do not starve it.</summary>
    private const int ForOthers = 4;

    private readonly Lock _lock = new();
    private readonly Queue<WriteJob> _turns = new();
    private readonly Queue<WriteJob> _others = new();
    private readonly JobLines _lines = new();

    /// <summary>What has to wait for another instance.</summary>
    private readonly Queue<WriteJob> _blocked = new();
    private readonly AutoResetEvent _something = new(false);
    private readonly AutoResetEvent _somethingBlocked = new(false);
    private readonly WaitHandle[] _either;
    private readonly List<Thread> _writers;
    private readonly bool _hasLines;
    private int _underWay;
    private long _lastTurn;
    private bool _closed;

    /// <summary>A job failed because the database's disk is full. Raised by the writer, who waits.</summary>
    public event Action? FoundNoRoom;

    /// <param name="sessions">One a writer; they are disposed with it.</param>
    internal WriteGate(params IReadOnlyList<WriteSession> sessions)
    {
        _either = [_something, _somethingBlocked];
        _hasLines = sessions.Any(session => session.IsShared);
        for (var at = 1; at < sessions.Count; at += 2)
        {
            sessions[at].MayWait = false;
        }

        _writers = [.. sessions.Select((session, at) => new Thread(() => Write(session, othersFirst: at % ForOthers == ForOthers - 1)) { Name = "LeadBot writer", IsBackground = true })];
        _writers.ForEach(writer => writer.Start());
    }

    /// <summary>Runs a turn. Completes after the commit; throws what the job threw, and then nothing of it was kept.</summary>
    /// <param name="scope">Whose rows it is about, from its beginning.</param>
    /// <exception cref="BusyException">Too many turns wait.</exception>
    public Task<T> TurnAsync<T>(Scope scope, Func<WriteSession, T> job, CancellationToken cancellationToken) => Turn(null, scope, job, cancellationToken);

    /// <summary>Runs a turn like the other, which holds for as long as it runs what all others of its line hold.</summary>
    public Task<T> TurnAsync<T>(Scope scope, string line, Func<WriteSession, T> job, CancellationToken cancellationToken) => Turn(line, scope, job, cancellationToken);

    /// <summary>
    /// True while somebody speaks, whether or not a turn waits just now. A long piece of background work looks here, ends early,
    /// and rests before its next piece: the processors and the disk are the turns' as well.
    /// </summary>
    public bool TurnsGoOn
    {
        get
        {
            lock (_lock)
            {
                return _turns.Count > 0 || (_lastTurn != 0 && Stopwatch.GetElapsedTime(_lastTurn) < s_lately);
            }
        }
    }

    /// <summary>Runs something nobody waits for at a screen: after the turns that wait, in the same commit.</summary>
    /// <param name="scope">Whose rows it is about, from its beginning.</param>
    public Task<T> BackgroundAsync<T>(Scope scope, Func<WriteSession, T> job, CancellationToken cancellationToken) => Queue(_others, null, scope, job, cancellationToken);

    /// <summary>Finishes what was queued, then closes the database.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_closed)
            {
                return;
            }

            _closed = true;
        }

        _something.Set();
        _writers.ForEach(writer => writer.Join());
        _something.Dispose();
        _somethingBlocked.Dispose();
    }

    private async Task<T> Turn<T>(string? line, Scope scope, Func<WriteSession, T> work, CancellationToken cancellationToken)
    {
        try
        {
            return Interlocked.Increment(ref _underWay) <= MostUnderWay ? await Queue(_turns, line, scope, work, cancellationToken) : throw new BusyException();
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private async Task<T> Queue<T>(Queue<WriteJob> queue, string? line, Scope scope, Func<WriteSession, T> work, CancellationToken cancellationToken)
    {
        T result = default!;
        var job = new WriteJob(scope, session => result = work(session), _hasLines ? line : null, cancellationToken);
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            if (_lines.IsFirst(job))
            {
                queue.Enqueue(job);
            }

            _lastTurn = queue == _turns ? Stopwatch.GetTimestamp() : _lastTurn;
        }

        _something.Set();
        await job.Done;
        return result;
    }

    private void Write(WriteSession session, bool othersFirst)
    {
        using (session)
        {
            var batch = new List<WriteJob>();
            while (Take(batch, session, othersFirst))
            {
                session.Keep(batch);
                batch.ForEach(Done);
                batch.Clear();
            }
        }
    }

    private void Done(WriteJob job)
    {
        if (job.HasToWait)
        {
            job.HasToWait = false;
            lock (_lock)
            {
                _blocked.Enqueue(job);
            }

            _somethingBlocked.Set();
            return;
        }

        lock (_lock)
        {
            LetNext(job);
        }

        DiskRoom.Look(job, FoundNoRoom);
        job.Tell();
    }

    /// <summary>The next of its line comes after the turns that wait now.</summary>
    private void LetNext(WriteJob done)
    {
        if (_lines.After(done) is { } next)
        {
            _turns.Enqueue(next);
            _something.Set();
        }
    }

    /// <summary>Waits for jobs and takes them; false once the gate is closed and nothing is left.</summary>
    private bool Take(List<WriteJob> batch, WriteSession session, bool othersFirst)
    {
        while (true)
        {
            lock (_lock)
            {
                if (!session.IsShared)
                {
                    Take(_turns, batch, MostTurns);
                    Take(_others, batch, MostOthers);
                }
                else
                {
                    // At the end nobody is left to wait for it.
                    session.MayWait |= _closed;
                    Take(_blocked, batch, session.MayWait ? 1 : 0);
                    Take(othersFirst ? _others : _turns, batch, 1 - batch.Count);
                    Take(othersFirst ? _turns : _others, batch, 1 - batch.Count);
                }

                if (batch.Count > 0 || _closed)
                {
                    // An event wakes one writer; what is left, or the end, is for the next.
                    if (_closed || _turns.Count + _others.Count > 0)
                    {
                        _something.Set();
                    }

                    if (_blocked.Count > 0)
                    {
                        _somethingBlocked.Set();
                    }

                    return batch.Count > 0;
                }
            }

            if (session.MayWait)
            {
                WaitHandle.WaitAny(_either);
            }
            else
            {
                _something.WaitOne();
            }
        }
    }

    private void Take(Queue<WriteJob> from, List<WriteJob> batch, int most)
    {
        for (var full = batch.Count + most; batch.Count < full && from.TryDequeue(out var job);)
        {
            if (!job.Dropped())
            {
                batch.Add(job);
            }
            else
            {
                LetNext(job);
            }
        }
    }
}
