using System.Data;
using System.Data.Common;
using Npgsql;

namespace LeadBot.Storage.Gate;

/// <content>How statements go to the server: together with those said ahead.</content>
internal sealed partial class ServerSession
{
    private protected override int Run(DbCommand command) => _ahead.IsEmpty ? base.Run(command) : Send(command);

    private protected override DbDataReader Read(DbCommand command)
    {
        if (_ahead.IsEmpty)
        {
            return base.Read(command);
        }

        NpgsqlDataReader? answers = null;
        try
        {
            (_, answers) = Sent(command);
            _ahead.Answer(answers);
            return answers;
        }
        catch (PostgresException failure) when (_ahead.Why(failure) is { } why)
        {
            answers?.Dispose();
            throw new InvalidOperationException(why, failure);
        }
        catch
        {
            // The line is free again for what undoes the job.
            answers?.Dispose();
            throw;
        }
        finally
        {
            _ahead.Clear();
        }
    }

    private protected override void Flush()
    {
        if (!_ahead.IsEmpty)
        {
            Send(null);
        }
    }

    private protected override void DropLater() => _ahead.Clear();

    /// <returns>How many rows the statement wrote.</returns>
    private int Send(DbCommand? statement)
    {
        try
        {
            var (batch, reader) = Sent(statement);
            using (reader)
            {
                _ahead.Answer(reader);
                while (reader.NextResult())
                {
                    // Nobody asked.
                }
            }

            return (int)batch.BatchCommands[^1].Rows;
        }
        catch (PostgresException failure) when (_ahead.Why(failure) is { } why)
        {
            throw new InvalidOperationException(why, failure);
        }
        finally
        {
            _ahead.Clear();
        }
    }

    /// <summary>Sends what goes ahead, and the statement; connects anew when at a transaction's beginning the connection turns out to be gone, as after a restart of the server.</summary>
    private (NpgsqlBatch Batch, NpgsqlDataReader Answers) Sent(DbCommand? statement)
    {
        var batch = _ahead.With(statement);
        try
        {
            return (batch, batch.ExecuteReader());
        }
        catch (Exception) when (_isBeginning && Connection.State != ConnectionState.Open)
        {
            Connection.Close();
            Connection.Open();
            batch = _ahead.With(statement);
            return (batch, batch.ExecuteReader());
        }
        finally
        {
            _isBeginning = false;
        }
    }

    private object[] Bound(ReadOnlySpan<object?> values)
    {
        var bound = new object[values.Length];
        for (var at = 0; at < values.Length; at++)
        {
            bound[at] = values[at] is { } value ? Written(value) : DBNull.Value;
        }

        return bound;
    }
}
