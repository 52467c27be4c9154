using System.Reflection;
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
            .Where(type => type.GetCustomAttribute<DbContextAttribute>() is not null)
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Migrates what needs it. EF Core, slow to wake, is left asleep when nothing does.</summary>
    /// <exception cref="StorageRefusedException">A newer release has been here.</exception>
    public static void BringUp(SqliteConnection connection, string file)
    {
        var applied = Applied(connection);
        if (applied.Except(s_known).Any())
        {
            throw new StorageRefusedException($"The database {file} was written by a newer LeadBot: start that version, or put a backup back.");
        }

        if (applied.Count < s_known.Length)
        {
            using var db = new LeadBotDb(new DbContextOptionsBuilder<LeadBotDb>().UseSqlite(connection).Options);
            db.Database.Migrate();
        }
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
