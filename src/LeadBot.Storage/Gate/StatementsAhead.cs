using System.Data.Common;
using Npgsql;

namespace LeadBot.Storage.Gate;

/// <summary>Statements that go to the server with the next one whose outcome somebody waits for, and run before it.</summary>
internal sealed class StatementsAhead(NpgsqlConnection connection)
{
    private readonly List<(string Sql, IReadOnlyList<object> Values)> _statements = [];

    public bool IsEmpty => _statements.Count == 0;

    /// <summary>How many of them return rows, which nobody reads.</summary>
    public int WithRows { get; private set; }

    public void Add(string sql, IReadOnlyList<object>? values = null, bool hasRows = false)
    {
        _statements.Add((sql, values ?? []));
        WithRows += hasRows ? 1 : 0;
    }

    public void Clear()
    {
        _statements.Clear();
        WithRows = 0;
    }

    /// <summary>All of them as one batch, and that statement last.</summary>
    public NpgsqlBatch With(DbCommand? statement)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var (sql, values) in _statements)
        {
            batch.BatchCommands.Add(Command(sql, values));
        }

        if (statement is not null)
        {
            batch.BatchCommands.Add(Command(statement.CommandText, statement.Parameters.Cast<NpgsqlParameter>().Select(parameter => parameter.Value!)));
        }

        return batch;
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
}
