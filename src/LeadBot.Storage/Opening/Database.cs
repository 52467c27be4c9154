using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace LeadBot.Storage.Opening;

/// <summary>Opens the SQLite file for writing, or says in one sentence why that cannot be.</summary>
internal static class Database
{
    /// <summary>Up to this size, in bytes, the whole file is checked at the start; it takes well under a second.</summary>
    private const long CheckedWhole = 64 << 20;

    // SQLite counts the memory it uses under a lock that all connections share; nobody asks for the count.
    static Database()
    {
        SQLitePCL.Batteries_V2.Init();
        sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    }

    /// <exception cref="StorageRefusedException">The file is newer, damaged, locked or read-only.</exception>
    public static SqliteConnection Open(string file)
    {
        if (new FileInfo(file) is { Exists: true, IsReadOnly: true })
        {
            throw ReadOnly(file, null);
        }

        // Pooling would keep the file open after it is closed.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 2 }.ToString());
        try
        {
            connection.Open();
            Say("PRAGMA journal_mode = WAL");
            // A committed turn was answered: it must survive the power going out.
            Say("PRAGMA synchronous = FULL");
            // What a savepoint may have to put back would else be written into a file of its own, in every transaction.
            Say("PRAGMA temp_store = MEMORY");
            // Pages. The log is put into the database beside the writer (Checkpoints), who does so itself only when writing never pauses.
            Say("PRAGMA wal_autocheckpoint = 16000");
            if (new FileInfo(file).Length <= CheckedWhole && Say("PRAGMA quick_check(1)") is not "ok")
            {
                throw Damaged(file, null);
            }

            Schema.BringUp(connection, file);
            // Another program may have begun to write and let others read; better known now than in the first turn.
            Say("BEGIN IMMEDIATE");
            Say("ROLLBACK");
            return connection;
        }
        catch (SqliteException failure)
        {
            connection.Dispose();
            throw Refusal(failure, file);
        }
        catch (StorageRefusedException)
        {
            connection.Dispose();
            throw;
        }

        string? Say(string pragma)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this method.
            command.CommandText = pragma;
#pragma warning restore CA2100
            return command.ExecuteScalar() as string;
        }
    }

    /// <summary>Opens it, beside the writer, for putting into it what the writer's log holds.</summary>
    public static SqliteConnection OpenToCheckpoint(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 2 }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>Opens it for reading alone, beside whoever writes it.</summary>
    /// <exception cref="StorageRefusedException">There is none, or it is newer, older, damaged or locked.</exception>
    public static SqliteConnection OpenToRead(string file)
    {
        if (!File.Exists(file))
        {
            throw new StorageRefusedException($"There is no database {file}: name the directory it is in with --data-directory.");
        }

        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 2, Mode = SqliteOpenMode.ReadOnly }.ToString());
        try
        {
            connection.Open();
            Schema.Check(connection, file);
            return connection;
        }
        catch (Exception failure) when (failure is SqliteException or StorageRefusedException)
        {
            connection.Dispose();
            throw failure is SqliteException refused ? Refusal(refused, file) : failure;
        }
    }

    private static StorageRefusedException Refusal(SqliteException failure, string file) => failure.SqliteErrorCode switch
    {
        SQLITE_NOTADB or SQLITE_CORRUPT => Damaged(file, failure),
        SQLITE_BUSY or SQLITE_LOCKED => new($"The database {file} is locked by another program: close it there and start again.", failure),
        SQLITE_READONLY => ReadOnly(file, failure),
        SQLITE_FULL => new($"The disk of {file} is full: make room and start again.", failure),
        _ => new($"The database {file} cannot be opened ({failure.Message.TrimEnd('.')}): see that it is a file this user may write.", failure),
    };

    private static StorageRefusedException Damaged(string file, Exception? cause) =>
        new($"The database {file} is damaged or not a LeadBot database: put a backup back, or move the file away to start empty.", cause);

    private static StorageRefusedException ReadOnly(string file, Exception? cause) =>
        new($"The database {file} is read-only: give this user the right to write it and its directory.", cause);
}
