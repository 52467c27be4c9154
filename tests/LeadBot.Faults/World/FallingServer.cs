using System.Diagnostics;
using System.Net;
using LeadBot.TestKit;

namespace LeadBot.Faults.World;

/// <summary>
/// A PostgreSQL server that can be made to fall and get up again, as after a crash: what was committed has to be there again. A shell holds it and
/// ends it when this process ends, however it ends.
/// </summary>
internal sealed class FallingServer : IAsyncDisposable
{
    private const string Database = "leadbot";

    /// <summary>For what a new server takes and the log of what is being written.</summary>
    public const int LeastMegabytes = 160;

    private readonly Process _shell;
    private readonly string _directory;

    private FallingServer(Process shell, string directory) => (_shell, _directory) = (shell, directory);

    /// <summary>How this process connects to it.</summary>
    public string Connection => $"Host={_directory};Database={Database};Username=leadbot;Pooling=false;Timeout=60;Command Timeout=120";

    /// <summary>How an instance does that can reach it there.</summary>
    public static string ConnectionAt(IPAddress address) => $"Host={address};Database={Database};Username=leadbot";

    /// <param name="megabytes">It has a disk of its own, of this size, that can be filled, which needs root on Linux; null: it has not.</param>
    public static async Task<FallingServer> StartAsync(IEnumerable<IPAddress> at, int? megabytes = null)
    {
        var directory = Directory.CreateTempSubdirectory("lb-falling-").FullName;
        Directory.CreateDirectory(Path.Combine(directory, "data"));
        using (var owner = Process.Start("chown", ["-R", $"{PostgresPrograms.Nobody}:{PostgresPrograms.Nobody}", directory]))
        {
            await owner.WaitForExitAsync();
        }

        string[] onDisk = megabytes is { } size
            ? ["unshare", "--mount", "sh", "-c", $"mount -t tmpfs -o size={size}m,mode=700,uid={PostgresPrograms.Nobody},gid={PostgresPrograms.Nobody} leadbot \"$0/data\" && exec \"$@\"", directory]
            : [];
        string[] command = [.. onDisk, .. PostgresPrograms.AsNobody, "sh", "-c", Script, "sh", PostgresPrograms.Directory!, directory, string.Join(',', at), Database];
        var server = new FallingServer(
            Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = directory })!, directory);
        await server.ReadyAsync();
        return server;
    }

    /// <summary>Its disk, which it has to itself.</summary>
    public Disk Disk => new($"/proc/{_shell.Id}/root{_directory}/data");

    /// <summary>Ends it in the middle of everything and starts it again.</summary>
    public Task FallAsync() => TellAsync("fall");

    /// <summary>Starts it if it ended by itself, as whoever supervises it would.</summary>
    public Task GetUpAsync() => TellAsync("get-up");

    public async ValueTask DisposeAsync()
    {
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    private async Task TellAsync(string what)
    {
        await _shell.StandardInput.WriteLineAsync(what);
        await ReadyAsync();
    }

    private async Task ReadyAsync()
    {
        var said = await _shell.StandardOutput.ReadLineAsync();
        if (said != "ready")
        {
            throw new InvalidOperationException($"PostgreSQL did not start: {said}");
        }
    }

    /// <summary>The machine stays up, so what was written need not wait for the disk; but it has to be written when it is committed.</summary>
    private const string Script =
        """
        trap '' HUP INT TERM
        exec 3>&1 >"$2/log" 2>&1
        options="-c fsync=off -c full_page_writes=off -c listen_addresses=$3 -c unix_socket_directories=$2 -c max_connections=200 -c shared_buffers=64MB -c max_wal_size=64MB"
        "$1/initdb" -D "$2/data" -U leadbot -A trust -E UTF8 --locale=C --no-sync &&
        echo "host all all samenet trust" >>"$2/data/pg_hba.conf" &&
        "$1/pg_ctl" -D "$2/data" -w -l "$2/server.log" -o "$options" start </dev/null &&
        "$1/createdb" -h "$2" -U leadbot "$4" </dev/null &&
        echo ready >&3 || tail -n 1 "$2/log" >&3
        while read -r what; do
          [ "$what" = get-up ] || "$1/pg_ctl" -D "$2/data" -w -m immediate stop </dev/null
          "$1/pg_ctl" -D "$2/data" status </dev/null && echo ready >&3 && continue
          "$1/pg_ctl" -D "$2/data" -w -l "$2/server.log" -o "$options" start </dev/null && echo ready >&3 || tail -n 1 "$2/log" >&3
        done
        "$1/pg_ctl" -D "$2/data" -w -m immediate stop </dev/null
        rm -rf "$2/data"
        """;
}
