using LeadBot.Storage;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using LeadBot.TestKit;
using Microsoft.EntityFrameworkCore;

namespace LeadBot.Host.Tests.Turns;

/// <summary>The database of a test: a file in its directory, or what stands for it on a server.</summary>
public static class Databases
{
    public static DatabasePlace Of(string directory) => ServerDatabases.Of(directory) is { } connection
        ? new DatabasePlace.Server(connection)
        : new DatabasePlace.File(directory);

    /// <summary>From then on writing a row of that table fails.</summary>
    public static int Freeze(WriteSession session, string table) => session.Execute(session.IsShared
        ? $"CREATE TRIGGER stay BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION written()"
        : $"CREATE TRIGGER {table}_stay BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, 'written'); END");

    /// <summary>Its tables, beside whoever has it open.</summary>
    public static LeadBotDb Tables(string directory) => ServerDatabases.Of(directory) is { } connection
        ? new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(connection).Options)
        : new LeadBotDb(new DbContextOptionsBuilder<LeadBotDb>().UseSqlite($"Data Source={Path.Combine(directory, "leadbot.db")};Pooling=False").Options);
}
