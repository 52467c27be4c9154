using Microsoft.Data.Sqlite;
using Npgsql;
using static SQLitePCL.raw;

namespace LeadBot.Storage.Gate;

/// <summary>Whether there is room to write on the database's disk.</summary>
internal static class DiskRoom
{
    /// <summary>As much as many turns take together, in bytes.</summary>
    private const long Needed = 1 << 20;

    /// <summary>Calls when the database said that there is none for what this job writes.</summary>
    public static void Look(WriteJob done, Action? isLacking)
    {
        if (done.Failure is SqliteException { SqliteErrorCode: SQLITE_FULL } or PostgresException { SqlState: PostgresErrorCodes.DiskFull })
        {
            isLacking?.Invoke();
        }
    }

    public static bool IsIn(string directory) => new DriveInfo(directory).AvailableFreeSpace >= Needed;

    /// <summary>Writes what nobody keeps; throws when there is no room for it.</summary>
    public static bool Try(WriteSession session)
    {
        session.Execute("CREATE TEMPORARY TABLE room ON COMMIT DROP AS SELECT md5(n::text) FROM generate_series(1, 16000) n");
        return true;
    }
}
