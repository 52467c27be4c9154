using System.Data.Common;

namespace LeadBot.Storage.Gate;

/// <summary>
/// A writing connection, inside its open transaction. Only a job that the <see cref="WriteGate"/> runs may use
/// it. Statements are prepared once and kept; their text must be constant. Parameters are <c>$1</c>, <c>$2</c>, … in order;
/// as a limit <c>$1 + 0</c>, since SQLite plans by the value of a bare one and compiles the statement anew each time it is bound.
/// The same text is said to either database: flags are 0 and 1, and what PostgreSQL lacks of SQLite's functions it is given
/// (<c>Migrations/Postgres/Functions.sql</c>). Where the two have to differ, <see cref="IsShared"/> tells which it is.
/// </summary>
public abstract class WriteSession : IDisposable
{
    private readonly Dictionary<string, DbCommand> _prepared = new(ReferenceEqualityComparer.Instance);
    private readonly List<Action> _afterCommit = [];

    private protected WriteSession(DbConnection connection) => Connection = connection;

    private protected DbConnection Connection { get; }

    /// <summary>Whose rows the job is about now.</summary>
    public Scope Scope { get; private set; }

    /// <summary>True on PostgreSQL: other processes write the same tables at the same time.</summary>
    public abstract bool IsShared { get; }

    /// <summary>Of 0 to 63: another one for each that writes at the same time, as far as there are that many. What all of them write is kept in such parts.</summary>
    public virtual int Part => 0;

    /// <summary>
    /// Until this job's transaction ends no other job holds the same, in whichever process. One that has to wait for it is
    /// then run from its beginning, so that it sees what the other wrote.
    /// </summary>
    public abstract void Hold(string what);

    /// <summary>Whether this writer waits for what others hold. Where it does not, such a job goes back and to one that does.</summary>
    internal bool MayWait { get; set; } = true;

    /// <summary>Runs a statement and returns how many rows it wrote.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Run(Bound(sql, values));

    /// <summary>
    /// Runs a statement of which nobody asks how many rows it wrote, before the next one and before the commit. On PostgreSQL it goes with the next one, which
    /// spares a way there and back; should it fail, so does that one.
    /// </summary>
    public virtual void Later(string sql, params ReadOnlySpan<object?> values) => Execute(sql, values);

    /// <summary>The same of a statement that has to write one row.</summary>
    /// <param name="orElse">With this the job fails, as an <see cref="InvalidOperationException"/>, when it writes none or more.</param>
    public virtual void OneLater(string orElse, string sql, params ReadOnlySpan<object?> values)
    {
        if (Execute(sql, values) != 1)
        {
            throw new InvalidOperationException(orElse);
        }
    }

    /// <summary>
    /// Every row, as they are before the next statement that is run at once. On PostgreSQL what is asked one after the other goes there together, when the rows
    /// of one of them are wanted, or with the next statement.
    /// </summary>
    public virtual Asked<T> Ask<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<object?> values) => new(All(sql, read, values));

    /// <summary>Said within a job that may be kept twice without harm: on PostgreSQL it goes there in one with its commit, and again where the line turns out to be gone.</summary>
    public virtual void MayBeKeptTwice()
    {
    }

    /// <summary>The first row, or null.</summary>
    public T? First<T>(string sql, Func<DbDataReader, T?> read, params ReadOnlySpan<object?> values)
        where T : class
    {
        using var reader = Read(Bound(sql, values));
        return reader.Read() ? read(reader) : null;
    }

    /// <summary>Every row.</summary>
    public List<T> All<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var reader = Read(Bound(sql, values));
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>From here on the job is about other rows: a round of all workspaces comes to the next one.</summary>
    public void Enter(Scope scope)
    {
        if (scope != Scope)
        {
            Entering(scope);
            Scope = scope;
        }
    }

    /// <summary>Does that about other rows, and is then about the same as before.</summary>
    public T In<T>(Scope scope, Func<T> act)
    {
        var before = Scope;
        Enter(scope);
        var done = act();
        Enter(before);
        return done;
    }

    /// <summary>What to remember in memory of this job's writes, once they are committed; dropped if they are not.</summary>
    public void AfterCommit(Action remember) => _afterCommit.Add(remember);

    /// <summary>Within a job: undoes what <paramref name="write"/> wrote when it returns false, and returns what it returned.</summary>
    public bool AllOrNothing(Func<bool> write)
    {
        var scope = Scope;
        Execute("SAVEPOINT part");
        var all = write();
        if (!all)
        {
            DropLater();
            Execute("ROLLBACK TO part");
            Scope = scope;
        }

        Execute("RELEASE part");
        return all;
    }

    /// <summary>Runs a piece of a job so that a failure undoes what that piece wrote, and nothing else.</summary>
    /// <returns>What it threw; null when it went well.</returns>
    public Exception? Attempt(Action<WriteSession> job)
    {
        var (remembered, scope) = (_afterCommit.Count, Scope);
        Execute("SAVEPOINT job");
        try
        {
            job(this);
            Flush();
        }
        catch (Exception failure) when (!IsAllUndone(failure))
        {
            _afterCommit.RemoveRange(remembered, _afterCommit.Count - remembered);
            DropLater();
            Execute("ROLLBACK TO job");
            Execute("RELEASE job");
            // The database forgot, too, what was entered meanwhile.
            Scope = scope;
            return failure;
        }

        Execute("RELEASE job");
        return null;
    }

    /// <summary>Keeps what these jobs write, each by itself, and tells none of them yet.</summary>
    internal abstract void Keep(IReadOnlyList<WriteJob> jobs);

    /// <summary>Begins a transaction that only looks, all of it as of one moment.</summary>
    internal abstract void BeginToLook(Scope scope);

    internal void Commit()
    {
        Execute("COMMIT");
        _afterCommit.ForEach(remember => remember());
        _afterCommit.Clear();
    }

    /// <summary>Undoes the transaction, unless the failure already made the database undo it.</summary>
    internal void Abandon()
    {
        _afterCommit.Clear();
        Undo();
    }

    public void Dispose()
    {
        BeforeClosing();
        Forget();
        Connection.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Not one piece of the job failed but all of it.</summary>
    private protected virtual bool IsAllUndone(Exception failure) => false;

    private protected virtual int Run(DbCommand command) => command.ExecuteNonQuery();

    private protected virtual DbDataReader Read(DbCommand command) => command.ExecuteReader();

    /// <summary>Runs now what was left for later.</summary>
    private protected virtual void Flush()
    {
    }

    /// <summary>What was left for later is undone before it was done.</summary>
    private protected virtual void DropLater()
    {
    }

    private protected virtual void BeforeClosing()
    {
    }

    /// <summary>At the beginning of a job, which the database knows to be about that.</summary>
    private protected void Begun(Scope scope) => Scope = scope;

    /// <summary>Tells the database.</summary>
    private protected virtual void Entering(Scope scope)
    {
    }

    private protected abstract void Undo();

    private protected abstract DbCommand Prepare(DbCommand command, int values);

    /// <summary>A value as the database takes it.</summary>
    private protected virtual object Written(object value) => value;

    /// <summary>Forgets the prepared statements.</summary>
    private protected void Forget()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        _prepared.Clear();
    }

    private DbCommand Bound(string sql, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = Connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a constant of this project; values are parameters.
            command.CommandText = sql;
#pragma warning restore CA2100
            _prepared.Add(sql, Prepare(command, values.Length));
        }

        for (var at = 0; at < values.Length; at++)
        {
            command.Parameters[at].Value = values[at] is { } value ? Written(value) : DBNull.Value;
        }

        return command;
    }
}
