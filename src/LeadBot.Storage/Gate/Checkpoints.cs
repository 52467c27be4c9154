using Microsoft.Data.Sqlite;

namespace LeadBot.Storage.Gate;

/// <summary>
/// Puts into the database what the writer's log holds, beside the writer: it is many pages in no order and takes tens of
/// milliseconds, for which every turn would wait.
/// </summary>
internal sealed class Checkpoints : IDisposable
{
    /// <summary>So long pages gather: what is written again meanwhile is put into the database once.</summary>
    private static readonly TimeSpan s_apart = TimeSpan.FromMilliseconds(250);

    private readonly AutoResetEvent _written = new(false);
    private readonly ManualResetEvent _over = new(false);
    private readonly SqliteConnection _connection;
    private readonly Thread _thread;

    /// <param name="connection">Disposed with it.</param>
    public Checkpoints(SqliteConnection connection)
    {
        _connection = connection;
        _thread = new Thread(Run) { Name = "LeadBot checkpoints", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Something was committed.</summary>
    public void Written() => _written.Set();

    /// <summary>Before the writer closes, who puts the rest into the database.</summary>
    public void Dispose()
    {
        _over.Set();
        _thread.Join();
        _connection.Dispose();
        _written.Dispose();
        _over.Dispose();
    }

    private void Run()
    {
        using var command = _connection.CreateCommand();
        // It waits for nobody and nobody for it: what somebody still reads is left for the next time.
        command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
        while (WaitHandle.WaitAny([_over, _written]) > 0 && !_over.WaitOne(s_apart))
        {
            try
            {
                command.ExecuteNonQuery();
            }
            catch (SqliteException)
            {
                // A full or failing disk: the writer meets it, too, and says so.
            }
        }
    }
}
