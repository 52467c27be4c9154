using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace LeadBot.Storage.Gate;

/// <summary>The connection to an SQLite file, which has one writer: this.</summary>
/// <param name="checkpoints">Disposed with it; null for who only looks.</param>
internal sealed class FileSession(SqliteConnection connection, Checkpoints? checkpoints = null) : WriteSession(connection)
{
    public override bool IsShared => false;

    public override void Hold(string what)
    {
        // Nobody else writes.
    }

    /// <summary>All in one transaction, each job under a savepoint of its own: they share one flush to the disk.</summary>
    internal override void Keep(IReadOnlyList<WriteJob> jobs)
    {
        try
        {
            Execute("BEGIN IMMEDIATE");
            foreach (var job in jobs)
            {
                Begun(job.Scope);
                job.Fail(Attempt(job.Work));
            }

            Commit();
        }
        catch (Exception failure)
        {
            foreach (var job in jobs)
            {
                job.Fail(failure);
            }

            Abandon();
        }

        checkpoints?.Written();
    }

    internal override void BeginToLook(Scope scope)
    {
        Begun(scope);
        Execute("BEGIN");
    }

    private protected override void BeforeClosing() => checkpoints?.Dispose();

    /// <summary>SQLite undoes all of the transaction by itself where the disk is full or fails: there is no piece left to undo.</summary>
    private protected override bool IsAllUndone(Exception failure) => !IsInTransaction;

    private bool IsInTransaction => SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0;

    private protected override void Undo()
    {
        if (IsInTransaction)
        {
            Execute("ROLLBACK");
        }
    }

    private protected override DbCommand Prepare(DbCommand command, int values)
    {
        for (var at = 1; at <= values; at++)
        {
            command.Parameters.Add(new SqliteParameter($"${at}", null));
        }

        return command;
    }
}
