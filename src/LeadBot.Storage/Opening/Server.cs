using System.Net.Sockets;
using System.Reflection;
using LeadBot.Storage.Gate;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace LeadBot.Storage.Opening;

/// <summary>Opens a database of a PostgreSQL server, or says in one sentence why that cannot be; never with the password.</summary>
internal static class Server
{
    /// <summary>How many jobs of this process write at a time, each on a connection of its own.</summary>
    private const int Writers = 16;

    private const int OldestVersion = 15;

    private static readonly string[] s_known =
    [
        .. typeof(PostgresDb).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(PostgresDb))
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>(),
    ];

    /// <summary>Brings the tables up to this release, one instance at a time, and returns the writers; each connects when it is first used.</summary>
    /// <exception cref="StorageRefusedException">It cannot be reached or used.</exception>
    public static IReadOnlyList<WriteSession> Open(string connection)
    {
        using (var first = Connect(connection))
        {
            Try(first, () => BringUp(first));
        }

        return [.. Enumerable.Range(0, Writers).Select(_ => new ServerSession(new NpgsqlConnection(Settings(connection))))];
    }

    /// <summary>For a reader, who migrates nothing.</summary>
    /// <exception cref="StorageRefusedException">It cannot be reached, or its tables are not of this release.</exception>
    public static WriteSession OpenToLook(string connection)
    {
        var opened = Connect(connection);
        try
        {
            Try(opened, () =>
            {
                if (IsBehind(opened))
                {
                    throw new StorageRefusedException($"The database {opened.Database} on {opened.Host} was written by an older LeadBot, or by none: start this one on it once, or run it with \"migrate\".");
                }

                Roles.Try(opened);
            });
            return new ServerSession(opened);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <exception cref="StorageRefusedException">It cannot be reached.</exception>
    public static NpgsqlConnection Connect(string connection)
    {
        var opened = new NpgsqlConnection(Settings(connection));
        try
        {
            Try(opened, opened.Open);
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    private static string Settings(string connection)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connection)
            {
                // Each connection is kept by whoever uses it.
                Pooling = false,
                IncludeErrorDetail = false,
                // What was not written as it had to be is told by which statement failed.
                IncludeFailedBatchedCommand = true,
            };
            if (settings.MaxAutoPrepare == 0)
            {
                (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (500, 2);
            }

            settings.ApplicationName ??= "LeadBot";
            // What a machine that is gone held is free within half a minute, whether or not it was just being answered.
            settings.Options ??= "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3 -c tcp_user_timeout=25000";
            return settings.ConnectionString;
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException or KeyNotFoundException)
        {
            // Its message may repeat what was given; so this one does not.
            throw new StorageRefusedException("ConnectionStrings:LeadBot cannot be read: it looks like Host=db.example.com;Database=leadbot;Username=leadbot;Password=….");
        }
    }

    private static void BringUp(NpgsqlConnection connection)
    {
        if (connection.PostgreSqlVersion.Major < OldestVersion)
        {
            throw new StorageRefusedException($"The PostgreSQL server {connection.Host} is version {connection.PostgreSqlVersion.Major}: LeadBot needs {OldestVersion} or newer.");
        }

        if (Ask(connection, "SHOW server_encoding") is not "UTF8")
        {
            throw new StorageRefusedException($"The database {connection.Database} on {connection.Host} is not encoded in UTF8: make one that is (createdb --encoding UTF8 --template template0).");
        }

        if (IsBehind(connection) || Roles.AreLacking(connection))
        {
            // Whoever is second finds it done.
            Ask(connection, "SELECT pg_advisory_lock(hashtextextended('leadbot migrations', 0))::text");
            using var db = new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(connection.ConnectionString).Options);
            db.Database.Migrate();
            Roles.Divide(connection);
        }

        Roles.Try(connection);
    }

    /// <summary>A newer release has left its own migrations there: it runs beside this one, and whatever it changed this one can do without.</summary>
    private static bool IsBehind(NpgsqlConnection connection) =>
        Ask(connection, "SELECT to_regclass('\"__EFMigrationsHistory\"')::text") is null
        || int.Parse(Ask(connection, "SELECT COUNT(*)::text FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" = ANY ($1)", s_known)!, null) < s_known.Length;

    private static string? Ask(NpgsqlConnection connection, string sql, object? value = null)
    {
#pragma warning disable CA2100 // Constants of this class.
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
        if (value is not null)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command.ExecuteScalar() as string;
    }

    private static void Try(NpgsqlConnection connection, Action act)
    {
        try
        {
            act();
        }
        catch (Exception failure) when (Refusal(new NpgsqlConnectionStringBuilder(connection.ConnectionString), failure) is { } sentence)
        {
            throw new StorageRefusedException(sentence, failure);
        }
    }

    private static string? Refusal(NpgsqlConnectionStringBuilder connection, Exception failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
            $"The PostgreSQL server {connection.Host} does not let this user in: see the user and password in ConnectionStrings:LeadBot.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
            $"The PostgreSQL server {connection.Host} has no database {connection.Database}: make it (createdb {connection.Database}), or name another one in ConnectionStrings:LeadBot.",
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } =>
            $"In the database {connection.Database} on {connection.Host} this user may not make or change LeadBot's tables: give it the right to, or run \"migrate\" as a user who has it.",
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } =>
            $"The PostgreSQL server {connection.Host} takes no more connections: raise its max_connections; each LeadBot uses up to {Writers + 4}.",
        PostgresException other => $"The PostgreSQL server {connection.Host} refused ({other.MessageText.TrimEnd('.')}).",
        NpgsqlException or SocketException or TimeoutException or IOException =>
            $"The PostgreSQL server {connection.Host}:{connection.Port} cannot be reached ({(failure.InnerException ?? failure).Message.TrimEnd('.')}): start it, or see ConnectionStrings:LeadBot.",
        _ => null,
    };
}
