using Microsoft.Data.Sqlite;

namespace LeadBot.Storage.Opening;

/// <summary>The SQLite database as of one moment, in another file: read beside whoever writes it, who need not wait.</summary>
public static class Backup
{
    /// <summary>Writes it, whole and without the log of its own, and looks it through; returns its length in bytes.</summary>
    /// <param name="to">A directory without a database.</param>
    /// <exception cref="StorageRefusedException">There is no database, it cannot be read, or the copy is not sound.</exception>
    public static long Run(DatabasePlace.File from, string to)
    {
        var (file, copy) = (Path.Combine(Path.GetFullPath(from.Directory), DataDirectory.DatabaseName), Path.Combine(Path.GetFullPath(to), DataDirectory.DatabaseName));
        try
        {
            using (var connection = Database.OpenToRead(file))
            using (var command = connection.CreateCommand())
            {
                command.CommandText = "VACUUM INTO $1";
                command.CommandTimeout = 0;
                command.Parameters.AddWithValue("$1", copy);
                command.ExecuteNonQuery();
            }

            using var written = Database.OpenToRead(copy);
            using var check = written.CreateCommand();
            check.CommandText = "PRAGMA quick_check(1)";
            check.CommandTimeout = 0;
            return check.ExecuteScalar() is "ok" ? new FileInfo(copy).Length : throw new StorageRefusedException($"The copy {copy} is not sound: check the disk it is on, and the database.");
        }
        catch (SqliteException failure)
        {
            throw new StorageRefusedException($"The database {file} cannot be copied to {copy} ({failure.Message.TrimEnd('.')}).", failure);
        }
    }
}
