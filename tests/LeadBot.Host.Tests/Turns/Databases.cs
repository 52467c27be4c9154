using LeadBot.Storage;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using LeadBot.TestKit;
using Microsoft.EntityFrameworkCore;

namespace LeadBot.Host.Tests.Turns;

/// <summary>The database of a test: a file in its directory, or what stands for it on a server.</summary>
public static class Databases
{
    /// <summary>The one workspace of most tests.</summary>
    public static Scope Local { get; } = Scope.Of(new("local"));

    public static DatabasePlace Of(string directory) => ServerDatabases.Of(directory) is { } connection
        ? new DatabasePlace.Server(connection)
        : new DatabasePlace.File(directory);

    /// <summary>From then on writing a row of that table fails.</summary>
    public static void Freeze(string directory, string table)
    {
        using var tables = Tables(directory);
#pragma warning disable EF1002 // A table's name.
        tables.Database.ExecuteSqlRaw(tables is PostgresDb
            ? $"CREATE TRIGGER stay BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION written()"
            : $"CREATE TRIGGER {table}_stay BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, 'written'); END");
#pragma warning restore EF1002
    }

    /// <summary>Its tables, beside whoever has it open.</summary>
    public static LeadBotDb Tables(string directory) => ServerDatabases.Of(directory) is { } connection
        ? new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(connection).Options)
        : new LeadBotDb(new DbContextOptionsBuilder<LeadBotDb>().UseSqlite($"Data Source={Path.Combine(directory, "leadbot.db")};Pooling=False").Options);
}
