using System.Data;
using System.Data.Common;
using Npgsql;

namespace LeadBot.Storage.Gate;

/// <summary>
/// A connection to PostgreSQL, beside others of this process and of other instances. A transaction sees the database as of its
/// beginning, and fails when it writes a row that another has written since: the job is then run again from its beginning. So
/// whatever a job reads and writes back is as safe as with one writer. What it only read may have changed meanwhile: where
/// that matters it <see cref="Hold"/>s something, or writes the row it relies on.
/// </summary>
internal sealed partial class ServerSession(NpgsqlConnection connection) : WriteSession(connection)
{
    /// <summary>
    /// How often a job is run while others are in its way; each time one of them gets through. With sixteen writers at one row a job is the one that does
    /// once in sixteen times, so that none in a billion of them runs out of tries.
    /// </summary>
    private const int Tries = 400;

    /// <summary>Until the end of the transaction.</summary>
    private const string EnterScope = "SELECT set_config('role', $1, true), set_config('app.workspace', $2, true)";

    private readonly StatementsAhead _ahead = new(connection);

    private bool _mayBeKeptTwice;

    /// <summary>Nothing of this transaction went to the server yet.</summary>
    private bool _isBeginning;

    /// <summary>What this job had to wait for, held by the connection until the job is through.</summary>
    private string? _waitedFor;

    public override bool IsShared => true;

    /// <summary>The server numbers its processes one after the other; before the connection is there any part will do.</summary>
    public override int Part => Connection.State == ConnectionState.Open ? connection.ProcessID % 64 : 0;

    public override void Hold(string what) => _ahead.Add(
        "SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0))",
        [what],
        answer =>
        {
            if (answer.Read() && !answer.GetBoolean(0))
            {
                throw new HeldByAnotherException(what);
            }
        });

    public override Asked<T> Ask<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        var asked = new Asked<T>(Flush);
        _ahead.Add(sql, Bound(values), answer => asked.Answer(answer, read));
        return asked;
    }

    public override void Later(string sql, params ReadOnlySpan<object?> values) => _ahead.Add(sql, Bound(values));

    public override void OneLater(string orElse, string sql, params ReadOnlySpan<object?> values) => _ahead.AddOne(orElse, sql, Bound(values));

    public override void MayBeKeptTwice() => _mayBeKeptTwice = true;

    /// <summary>Each in a transaction of its own, so that none keeps rows from others longer than it needs.</summary>
    internal override void Keep(IReadOnlyList<WriteJob> jobs)
    {
        foreach (var job in jobs)
        {
            for (var tried = 1; !Keep(job, isLast: tried == Tries); tried++)
            {
                // The others get through first, and not all who wait try again at once.
                Thread.Sleep(_waitedFor is null ? Random.Shared.Next(Math.Min(tried, 10)) : 0);
            }

            LetGo();
        }
    }

    internal override void BeginToLook(Scope scope) => Begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", scope);

    private bool Keep(WriteJob job, bool isLast)
    {
        try
        {
            Begin("BEGIN ISOLATION LEVEL REPEATABLE READ", job.Scope);
            job.Work(this);
            if (_isBeginning && !_mayBeKeptTwice)
            {
                // A first batch is sent again when the line turns out to be gone, and a commit in it may have gone through before.
                Flush();
            }

            Commit();
            return true;
        }
        catch (Exception failure)
        {
            Abandon();
            if (failure is HeldByAnotherException && !MayWait)
            {
                job.HasToWait = true;
                return true;
            }

            if (isLast || !IsAllUndone(failure) || (failure is HeldByAnotherException held && !Await(held.What, job)))
            {
                job.Fail(failure);
                return true;
            }

            return false;
        }
    }

    /// <summary>
    /// Waits outside a transaction, in the order of coming: one that waited inside would see the database as of before. The
    /// connection holds it from then on, and so the next transaction gets it at once.
    /// </summary>
    private bool Await(string what, WriteJob job)
    {
        try
        {
            LetGo();
            Execute("SELECT pg_advisory_lock(hashtextextended($1, 0))", what);
            _waitedFor = what;
            return true;
        }
        catch (DbException failure)
        {
            job.Fail(failure);
            return false;
        }
    }

    private void LetGo()
    {
        if (_waitedFor is { } what && Connection.State == ConnectionState.Open)
        {
            try
            {
                Execute("SELECT pg_advisory_unlock(hashtextextended($1, 0))", what);
            }
            catch (DbException)
            {
                // It went with the connection.
                Connection.Close();
            }
        }

        _waitedFor = null;
    }

    /// <summary>Begins with the first statement: neither that nor whose rows it is about costs a way to the server and back.</summary>
    private void Begin(string how, Scope scope)
    {
        _ahead.Add(how);
        Entering(scope);
        _isBeginning = true;
        _mayBeKeptTwice = false;
        Begun(scope);
    }

    private protected override void Entering(Scope scope) => _ahead.Add(EnterScope, [scope.Role, scope.Workspace], static _ => { });

    /// <summary>It failed because of what others did at the same time: all of the job has to run again.</summary>
    private protected override bool IsAllUndone(Exception failure) => failure is HeldByAnotherException or PostgresException
    {
        // Two wrote the same row, waited for each other, or made the same row.
        SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.UniqueViolation,
    };

    private protected override void Undo()
    {
        _ahead.Clear();
        if (_isBeginning)
        {
            _isBeginning = false;
            return;
        }

        if (Connection.State == ConnectionState.Open)
        {
            try
            {
                Execute("ROLLBACK");
            }
            catch (DbException)
            {
                // Without its connection it is undone.
                Connection.Close();
            }
        }
    }

    private protected override DbCommand Prepare(DbCommand command, int values)
    {
        for (var at = 0; at < values; at++)
        {
            command.Parameters.Add(new NpgsqlParameter());
        }

        return command;
    }

    private protected override object Written(object value) => value is bool flag ? flag ? 1 : 0 : value;
}
