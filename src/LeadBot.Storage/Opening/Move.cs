using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LeadBot.Storage.Tables;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace LeadBot.Storage.Opening;

/// <summary>Copies everything from an SQLite file into an empty PostgreSQL database, and reads it back to see that it is all there.</summary>
public static class Move
{
    /// <summary>What instances on PostgreSQL alone keep.</summary>
    private static readonly Type[] s_ofServers = [typeof(PaceRow), typeof(KeyRow)];

    /// <summary>Copies it in one transaction: it is there as a whole, or not at all. The file stays as it is.</summary>
    /// <returns>How many rows each table has, in the order of their names.</returns>
    /// <exception cref="StorageRefusedException">One of them cannot be used, another LeadBot works on the file, or the database is not empty.</exception>
    public static IReadOnlyList<(string Table, long Rows)> Run(DatabasePlace.File from, DatabasePlace.Server to)
    {
        BringUp(from);
        using var held = DataDirectory.Hold(from.Directory);
        using var file = Database.Open(held.Database);
        foreach (var session in Server.Open(to.Connection))
        {
            session.Dispose();
        }

        using var server = Server.Connect(to.Connection);
        using var db = new PostgresDesignTime().CreateDbContext([]);
        using var all = server.BeginTransaction();
        var moved = db.Model.GetEntityTypes()
            .Where(table => !s_ofServers.Contains(table.ClrType))
            .Select(table => new MovedTable(table))
            .OrderBy(table => table.Name, StringComparer.Ordinal)
            .Select(table => (table.Name, Copy(file, server, table)))
            .ToList();
        all.Commit();
        return moved;
    }

    /// <summary>Brings the file up to this release.</summary>
    /// <exception cref="StorageRefusedException">It is not there, or another LeadBot works on it.</exception>
    public static void BringUp(DatabasePlace.File from)
    {
        var path = Path.Combine(Path.GetFullPath(from.Directory), DataDirectory.DatabaseName);
        if (!File.Exists(path))
        {
            throw new StorageRefusedException($"There is no database {path}: name the directory it is in with --data-directory.");
        }

        using var held = DataDirectory.Hold(from.Directory);
        Database.Open(held.Database).Dispose();
    }

    private static long Copy(SqliteConnection file, NpgsqlConnection server, MovedTable table)
    {
        // Until all is there it is about every workspace, and nobody else reads or writes it.
        Ask(server, $"ALTER TABLE {table.Name} NO FORCE ROW LEVEL SECURITY");
        if (Ask(server, $"SELECT 1 FROM {table.Name} LIMIT 1") is not null)
        {
            throw new StorageRefusedException($"The database {server.Database} is not empty, its table {table.Name} has rows: name an empty one.");
        }

        using (var command = Command(file, table))
        using (var rows = command.ExecuteReader())
        using (var writer = server.BeginBinaryImport(table.CopyFrom))
        {
            while (rows.Read())
            {
                writer.StartRow();
                for (var at = 0; at < table.Types.Count; at++)
                {
                    table.Write(writer, rows, at);
                }
            }

            writer.Complete();
        }

        if (table.CountedBy is { } id)
        {
            Ask(server, $"SELECT setval(pg_get_serial_sequence('{table.Name}', '{id}'), (SELECT MAX({id}) FROM {table.Name}))");
        }

        var (was, isNow) = (Sum(file, table), Sum(server, table));
        Ask(server, $"ALTER TABLE {table.Name} FORCE ROW LEVEL SECURITY");
        return was == isNow ? was.Rows : throw new StorageRefusedException($"The table {table.Name} did not arrive as it was ({was.Rows} rows, and {isNow.Rows}): nothing was kept.");
    }

    /// <summary>How many rows there are, and a checksum of all their cells.</summary>
    private static (long Rows, string Checksum) Sum(DbConnection connection, MovedTable table)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var command = Command(connection, table);
        using var rows = command.ExecuteReader();
        var count = 0L;
        for (; rows.Read(); count++)
        {
            for (var at = 0; at < table.Types.Count; at++)
            {
                var cell = rows.IsDBNull(at) ? null : table.Text(rows, at);
                // With its length, so that two cells are not taken for others.
                hash.AppendData(Encoding.UTF8.GetBytes(cell is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{cell.Length}:{cell}")));
            }
        }

        return (count, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

#pragma warning disable CA2100 // Names of the model's own tables and columns.
    private static DbCommand Command(DbConnection connection, MovedTable table)
    {
        var command = connection.CreateCommand();
        command.CommandText = table.Select;
        return command;
    }

    private static object? Ask(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar();
    }
#pragma warning restore CA2100
}
