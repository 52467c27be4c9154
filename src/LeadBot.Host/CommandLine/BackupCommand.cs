using System.CommandLine;
using LeadBot.Host.Installing;
using LeadBot.Host.Startup;
using LeadBot.Storage.Opening;
using Microsoft.Extensions.Options;

namespace LeadBot.Host.CommandLine;

/// <summary><c>backup DIRECTORY</c>: a data directory to start LeadBot on, taken from beside the one that may be running.</summary>
public static class BackupCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var directory = new Argument<string>("DIRECTORY") { Description = "Where to: an empty or new directory." };
        var command = new Command("backup", "Copy the SQLite database and its keys as they stand, also beside a running LeadBot. To restore, start LeadBot with that directory as --data-directory.") { directory };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetRequiredValue(directory), Console.Out, HostSettings.Of(parsed)));
        return command;
    }

    /// <summary>Returns the exit code.</summary>
    public static Task<int> RunAsync(string directory, TextWriter output, string[] settings) => Refusals.SayAsync(async () =>
    {
        using var host = Program.Files(TimeProvider.System, settings);
        if (host.Services.GetRequiredService<DatabasePlace>() is not DatabasePlace.File file)
        {
            throw new StartRefusedException("PostgreSQL has its own: pg_dump --format custom, and pg_restore into an empty database. LeadBot:KeyCertificate's file has to be kept as well, elsewhere.");
        }

        try
        {
            if (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any())
            {
                throw new StartRefusedException($"{directory} is not empty: name a new directory.");
            }

            var made = OperatingSystem.IsWindows()
                ? Directory.CreateDirectory(directory)
                : Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            // The database first: whatever key its tokens need is there by then.
            var bytes = Backup.Run(file, made.FullName);
            var keys = KeyFiles.Copy(host.Services.GetRequiredService<IOptions<LeadBotOptions>>().Value.DataDirectory, made.FullName);
            await output.WriteLineAsync(FormattableString.Invariant($"The database ({bytes:N0} bytes) and {keys} {(keys == 1 ? "key" : "keys")} are in {directory}: keep it as secret as what it was taken from."));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"{directory} cannot be written: {failure.Message}");
        }
    });
}
