using System.Collections.Concurrent;
using System.Data.Common;
using Npgsql;

namespace LeadBot.Storage.Gate;

/// <summary>Statements that go to the server with the next one whose outcome somebody waits for, and run before it.</summary>
internal sealed class StatementsAhead(NpgsqlConnection connection)
{
    /// <summary>What is sent for a statement that has to write one row.</summary>
    private static readonly ConcurrentDictionary<string, string> s_ones = new();

    private readonly List<Statement> _statements = [];

    public bool IsEmpty => _statements.Count == 0;

    /// <param name="read">Given what it answers; null: it answers nothing.</param>
    public void Add(string sql, IReadOnlyList<object>? values = null, Action<DbDataReader>? read = null) => _statements.Add(new(sql, values ?? [], read));

    /// <summary>One that has to write one row: otherwise the server itself fails it, and with it a commit that goes the same way.</summary>
    /// <param name="orElse">Why the job fails then.</param>
    public void AddOne(string orElse, string sql, IReadOnlyList<object> values) =>
        _statements.Add(new(s_ones.GetOrAdd(sql, static sql => $"WITH one AS ({sql} RETURNING 1) SELECT 1 / (COUNT(*) = 1)::int FROM one"), values, static _ => { }, orElse));

    /// <summary>Why the job fails by that; null: it is nothing that was foreseen.</summary>
    public string? Why(PostgresException failure) => failure.SqlState == PostgresErrorCodes.DivisionByZero
        ? _statements.Find(statement => statement.OrElse is not null && statement.Sql == failure.BatchCommand?.CommandText)?.OrElse
        : null;

    public void Clear() => _statements.Clear();

    /// <summary>All of them as one batch, and that statement last.</summary>
    public NpgsqlBatch With(DbCommand? statement)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var (sql, values, _, _) in _statements)
        {
            batch.BatchCommands.Add(Command(sql, values));
        }

        if (statement is not null)
        {
            batch.BatchCommands.Add(Command(statement.CommandText, statement.Parameters.Cast<NpgsqlParameter>().Select(parameter => parameter.Value!)));
        }

        return batch;
    }

    /// <summary>Reads what they answer, in order, and leaves the reader at what the statement after them answers.</summary>
    public void Answer(DbDataReader reader)
    {
        foreach (var statement in _statements)
        {
            if (statement.Read is { } read)
            {
                read(reader);
                reader.NextResult();
            }
        }
    }

    private static NpgsqlBatchCommand Command(string sql, IEnumerable<object> values)
    {
#pragma warning disable CA2100 // Every text is a constant of this project; values are parameters.
        var command = new NpgsqlBatchCommand(sql);
#pragma warning restore CA2100
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }

    private sealed record Statement(string Sql, IReadOnlyList<object> Values, Action<DbDataReader>? Read, string? OrElse = null);
}
