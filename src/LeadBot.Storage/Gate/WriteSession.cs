using Microsoft.Data.Sqlite;

namespace LeadBot.Storage.Gate;

/// <summary>
/// The one writing connection, inside its open transaction. Only a job that the <see cref="WriteGate"/> runs may use
/// it. Statements are prepared once and kept; their text must be constant. Parameters are <c>$1</c>, <c>$2</c>, … in order;
/// as a limit <c>$1 + 0</c>, since SQLite plans by the value of a bare one and compiles the statement anew each time it is bound.
/// </summary>
public sealed class WriteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _prepared = new(ReferenceEqualityComparer.Instance);
    private readonly List<Action> _afterCommit = [];

    internal WriteSession(SqliteConnection connection) => _connection = connection;

    /// <summary>Runs a statement and returns how many rows it wrote.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Bound(sql, values).ExecuteNonQuery();

    /// <summary>The first row, or null.</summary>
    public T? First<T>(string sql, Func<SqliteDataReader, T?> read, params ReadOnlySpan<object?> values)
        where T : class
    {
        using var reader = Bound(sql, values).ExecuteReader();
        return reader.Read() ? read(reader) : null;
    }

    /// <summary>Every row.</summary>
    public List<T> All<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var reader = Bound(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>What to remember in memory of this job's writes, once they are committed; dropped if they are not.</summary>
    public void AfterCommit(Action remember) => _afterCommit.Add(remember);

    /// <summary>Within a job: undoes what <paramref name="write"/> wrote when it returns false, and returns what it returned.</summary>
    public bool AllOrNothing(Func<bool> write)
    {
        Execute("SAVEPOINT part");
        var all = write();
        if (!all)
        {
            Execute("ROLLBACK TO part");
        }

        Execute("RELEASE part");
        return all;
    }

    /// <summary>Runs a piece of a job so that a failure undoes what that piece wrote, and nothing else.</summary>
    /// <returns>What it threw; null when it went well.</returns>
    public Exception? Attempt(Action<WriteSession> job)
    {
        var remembered = _afterCommit.Count;
        Execute("SAVEPOINT job");
        try
        {
            job(this);
            return null;
        }
        catch (Exception failure)
        {
            _afterCommit.RemoveRange(remembered, _afterCommit.Count - remembered);
            Execute("ROLLBACK TO job");
            return failure;
        }
        finally
        {
            Execute("RELEASE job");
        }
    }

    internal void Begin() => Execute("BEGIN IMMEDIATE");

    internal void Commit()
    {
        Execute("COMMIT");
        _afterCommit.ForEach(remember => remember());
        _afterCommit.Clear();
    }

    /// <summary>Undoes the transaction, unless the failure already made SQLite undo it.</summary>
    internal void Abandon()
    {
        _afterCommit.Clear();
        if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0)
        {
            Execute("ROLLBACK");
        }
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    private SqliteCommand Bound(string sql, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a constant of this project; values are parameters.
            command.CommandText = sql;
#pragma warning restore CA2100
            for (var at = 1; at <= values.Length; at++)
            {
                command.Parameters.Add(new SqliteParameter($"${at}", null));
            }

            _prepared.Add(sql, command);
        }

        for (var at = 0; at < values.Length; at++)
        {
            command.Parameters[at].Value = values[at] ?? DBNull.Value;
        }

        return command;
    }
}
