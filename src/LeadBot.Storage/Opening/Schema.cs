using System.Reflection;
using LeadBot.Dialog.Understanding;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadBot.Storage.Opening;

/// <summary>Brings the tables up to this release.</summary>
internal static class Schema
{
    private static readonly string[] s_known =
    [
        .. typeof(LeadBotDb).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(LeadBotDb))
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>
    /// Migrates what needs it. EF Core takes most of a second to wake: it is left asleep when nothing does, and for a new
    /// file, which all migrations come to as one script.
    /// </summary>
    /// <exception cref="StorageRefusedException">A newer release has been here.</exception>
    public static void BringUp(SqliteConnection connection, string file)
    {
        var applied = Applied(connection);
        RefuseNewer(applied, file);
        if (applied.Count == 0)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A resource of this assembly.
            command.CommandText = Fresh();
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }
        else if (applied.Count < s_known.Length)
        {
            using var db = new LeadBotDb(new DbContextOptionsBuilder<LeadBotDb>().UseSqlite(connection).Options);
            db.Database.Migrate();
            NamePlainly(connection);
        }
    }

    /// <summary>For a reader, who migrates nothing.</summary>
    /// <exception cref="StorageRefusedException">The tables are not of this release.</exception>
    public static void Check(SqliteConnection connection, string file)
    {
        var applied = Applied(connection);
        RefuseNewer(applied, file);
        if (applied.Count < s_known.Length)
        {
            throw new StorageRefusedException($"The database {file} was written by an older LeadBot: start this one on it once.");
        }
    }

    private static void RefuseNewer(HashSet<string> applied, string file)
    {
        if (applied.Except(s_known).Any())
        {
            throw new StorageRefusedException($"The database {file} was written by a newer LeadBot: start that version, or put a backup back.");
        }
    }

    /// <summary>Names stored before their plain form was are found by it like all others.</summary>
    private static void NamePlainly(SqliteConnection connection)
    {
        connection.CreateFunction("plain", (string name) => Names.Plain(name));
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            UPDATE deals SET plain_name = plain(name) WHERE plain_name IS NULL;
            UPDATE people SET plain_name = plain(json_extract(document, '$.name')) WHERE plain_name IS NULL
            """;
        command.ExecuteNonQuery();
    }

    private static string Fresh()
    {
        using var script = new StreamReader(typeof(Schema).Assembly.GetManifestResourceStream("Fresh.sql")!);
        return script.ReadToEnd();
    }

    private static HashSet<string> Applied(SqliteConnection connection)
    {
        var applied = new HashSet<string>();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'";
        if (command.ExecuteScalar() is 0L)
        {
            return applied;
        }

        command.CommandText = "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            applied.Add(reader.GetString(0));
        }

        return applied;
    }
}
