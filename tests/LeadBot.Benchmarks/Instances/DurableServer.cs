using System.Diagnostics;
using LeadBot.TestKit;

namespace LeadBot.Benchmarks.Instances;

/// <summary>
/// A PostgreSQL server as it is installed, which waits for the disk with every commit; in a directory of its own and on a socket in it. A shell holds it
/// and ends it when this program ends, however it ends: then its standard input closes.
/// </summary>
internal sealed class DurableServer : IAsyncDisposable
{
    private const string User = "leadbot";

    private readonly string _programs = PostgresPrograms.Directory ?? throw new InvalidOperationException(PostgresPrograms.Missing);
    private readonly string _directory = Directory.CreateTempSubdirectory("lb-bench-").FullName;
    private readonly Process _shell;

    private DurableServer()
    {
        string[] command = [.. PostgresPrograms.AsNobody, "sh", "-c", Script, "sh", _programs, _directory, User];
        if (command[0] != "sh")
        {
            using var owner = Process.Start("chown", [$"{PostgresPrograms.Nobody}:{PostgresPrograms.Nobody}", _directory]);
            owner.WaitForExit();
        }

        _shell = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = _directory })!;
    }

    /// <exception cref="InvalidOperationException">There is no PostgreSQL on this machine, or it did not start; the message has why.</exception>
    public static async Task<DurableServer> StartAsync()
    {
        var server = new DurableServer();
        var said = await server._shell.StandardOutput.ReadLineAsync();
        return said == "ready" ? server : throw new InvalidOperationException($"PostgreSQL did not start: {said}");
    }

    /// <summary>A new, empty database, and how to connect to it.</summary>
    public async Task<string> MakeAsync(string database)
    {
        await RunAsync("createdb", "", database);
        return $"Host={_directory};Database={database};Username={User}";
    }

    /// <summary>Runs one of PostgreSQL's programs on it.</summary>
    /// <param name="input">What it reads.</param>
    /// <returns>What it printed.</returns>
    /// <exception cref="InvalidOperationException">It failed; the message has what it printed.</exception>
    public async Task<string> RunAsync(string program, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(_programs, program), ["-h", _directory, "-U", User, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? printed : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {printed}");
    }

    public async ValueTask DisposeAsync()
    {
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    private const string Script =
        """
        trap '' HUP INT TERM
        exec 3>&1 >"$2/log" 2>&1
        "$1/initdb" -D "$2/data" -U "$3" -A trust -E UTF8 --locale=C &&
        "$1/pg_ctl" -D "$2/data" -w -l "$2/server.log" -o "-c listen_addresses='' -c unix_socket_directories=$2 -c max_connections=200" start </dev/null &&
        echo ready >&3 || tail -n 1 "$2/log" >&3
        cat >/dev/null
        "$1/pg_ctl" -D "$2/data" -w -m immediate stop
        rm -rf "$2/data"
        """;
}
