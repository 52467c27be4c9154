using System.Diagnostics;
using System.Runtime.CompilerServices;
using LeadBot.Storage.Opening;
using LeadBot.TestKit;
using Npgsql;

namespace LeadBot.Postgres.Tests;

/// <summary>
/// A PostgreSQL server in a directory of its own and on a socket in it, one for nearly all tests of this program. A shell holds it and
/// ends it when this program ends, however it ends: then its standard input closes.
/// </summary>
public sealed class PostgresServer : IDisposable
{
    private const string Template = "leadbot_template";

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private static readonly Lazy<PostgresServer> s_one = new(StartForAll);

    private readonly Process _shell;
    private readonly string _directory;
    private readonly string _administrator;
    private int _made;

    private PostgresServer(string administrator)
    {
        _administrator = administrator;
        var programs = PostgresPrograms.Directory!;
        _directory = Directory.CreateTempSubdirectory("lb-pg-").FullName;
        string[] command = [.. PostgresPrograms.AsNobody, "sh", "-c", Script, "sh", programs, _directory, administrator];
        if (command[0] != "sh")
        {
            Run("chown", $"{PostgresPrograms.Nobody}:{PostgresPrograms.Nobody}", _directory);
        }

        _shell = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = _directory })!;
        var said = Task.Run(_shell.StandardOutput.ReadLine).WaitAsync(s_patience).GetAwaiter().GetResult();
        if (said != "ready")
        {
            throw new InvalidOperationException($"PostgreSQL did not start: {said}");
        }
    }

    /// <summary>The server, started by who asks first; where there is none, the test that asks is skipped.</summary>
    public static PostgresServer One
    {
        get
        {
            SkipWithoutPrograms();
            return s_one.Value;
        }
    }

    /// <summary>Another one, with nothing on it.</summary>
    /// <param name="administrator">Its superuser.</param>
    public static PostgresServer StartAnother(string administrator)
    {
        SkipWithoutPrograms();
        return new(administrator);
    }

    /// <summary>Ends it if it was started.</summary>
    public static void End()
    {
        if (s_one.IsValueCreated)
        {
            s_one.Value.Dispose();
        }
    }

    /// <summary>A new database with LeadBot's tables, and how to connect to it.</summary>
    public string Make(bool empty = false)
    {
        var name = $"t{Interlocked.Increment(ref _made)}";
        Say("postgres", empty ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {Template}");
        return Connection(name);
    }

    /// <summary>What deployment/ has an administrator say on a server.</summary>
    public static string RolesScript([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../deployment/postgres/roles.sql");

    public static void Remove(string connection) =>
        One.Say("postgres", $"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");

    /// <summary>What an administrator would do there.</summary>
    public void Say(string database, string sql)
    {
        using var connection = new NpgsqlConnection(Connection(database));
        connection.Open();
#pragma warning disable CA2100 // Written by the tests themselves.
        using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>Runs one of PostgreSQL's own programs on it and returns what it said wrong; empty: all went well.</summary>
    public string Run(string program, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(PostgresPrograms.Directory!, program)) { RedirectStandardError = true };
        foreach (var argument in (string[])["--host", _directory, "--username", _administrator, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? "" : $"{process.ExitCode}: {errors}";
    }

    /// <param name="user">Null: the administrator.</param>
    public string Connection(string database, string? user = null) => $"Host={_directory};Database={database};Username={user ?? _administrator};Pooling=false;Timeout=60;Command Timeout=120";

    private static void SkipWithoutPrograms() => Assert.SkipWhen(PostgresPrograms.Missing is not null, PostgresPrograms.Missing ?? "");

    private static PostgresServer StartForAll()
    {
        var server = new PostgresServer("leadbot");
        server.Say("postgres", $"CREATE DATABASE {Template}");
        Store.Open(new DatabasePlace.Server(server.Connection(Template))).Dispose();
        server.Say(Template, TestsOwn);
        return server;
    }

    public void Dispose()
    {
        _shell.StandardInput.Close();
        _shell.WaitForExit(s_patience);
        _shell.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    /// <summary>Nothing of it has to survive, so nothing waits for the disk.</summary>
    private const string Script =
        """
        trap '' HUP INT TERM
        exec 3>&1 >"$2/log" 2>&1
        "$1/initdb" -D "$2/data" -U "$3" -A trust -E UTF8 --locale=C --no-sync &&
        "$1/pg_ctl" -D "$2/data" -w -l "$2/server.log" -o "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c listen_addresses='' -c unix_socket_directories=$2 -c max_connections=400 -c shared_buffers=64MB" start </dev/null &&
        echo ready >&3 || tail -n 1 "$2/log" >&3
        cat >/dev/null
        "$1/pg_ctl" -D "$2/data" -w -m immediate stop
        rm -rf "$2/data"
        """;

    /// <summary>What the repeated tests themselves say in SQLite's words.</summary>
    private const string TestsOwn =
        """
        CREATE FUNCTION json_set(text, text, jsonb) RETURNS text LANGUAGE sql RETURN jsonb_set($1::jsonb, string_to_array(substr($2, 3), '.'), $3)::text;
        CREATE FUNCTION json_set(text, text, json) RETURNS text LANGUAGE sql RETURN json_set($1, $2, $3::jsonb);
        CREATE FUNCTION json_set(text, text, text) RETURNS text LANGUAGE sql RETURN json_set($1, $2, to_jsonb($3));
        CREATE FUNCTION json_set(text, text, integer) RETURNS text LANGUAGE sql RETURN json_set($1, $2, to_jsonb($3));
        CREATE FUNCTION written() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'written'; END $$;
        """;

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
    }
}
