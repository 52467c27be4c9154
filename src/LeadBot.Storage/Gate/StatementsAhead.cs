using System.Data.Common;
using Npgsql;

namespace LeadBot.Storage.Gate;

/// <summary>Statements that go to the server with the next one whose outcome somebody waits for, and run before it.</summary>
internal sealed class StatementsAhead(NpgsqlConnection connection)
{
    private readonly List<Statement> _statements = [];

    public bool IsEmpty => _statements.Count == 0;

    /// <summary>What becomes of one of them matters.</summary>
    public bool IsAwaited => _statements.Exists(statement => statement.Read is not null || statement.OrElse is not null);

    /// <param name="read">Given each of its rows; null: it has none.</param>
    /// <param name="orElse">Why the job fails when it does not write exactly one row; null: it may write any number.</param>
    public void Add(string sql, IReadOnlyList<object>? values = null, Action<DbDataReader>? read = null, string? orElse = null) => _statements.Add(new(sql, values ?? [], read, orElse));

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
    /// <exception cref="InvalidOperationException">One of them did not write what it had to.</exception>
    public void Answer(NpgsqlBatch sent, DbDataReader reader)
    {
        foreach (var statement in _statements)
        {
            if (statement.Read is { } read)
            {
                while (reader.Read())
                {
                    read(reader);
                }

                reader.NextResult();
            }
        }

        for (var at = 0; at < _statements.Count; at++)
        {
            if (_statements[at].OrElse is { } why && sent.BatchCommands[at].Rows != 1)
            {
                throw new InvalidOperationException(why);
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

    private sealed record Statement(string Sql, IReadOnlyList<object> Values, Action<DbDataReader>? Read, string? OrElse);
}
