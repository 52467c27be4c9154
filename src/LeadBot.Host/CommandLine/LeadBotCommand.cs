using System.CommandLine;

namespace LeadBot.Host.CommandLine;

/// <summary>What can be typed after <c>leadbot</c>.</summary>
public static class LeadBotCommand
{
    /// <summary>Runs what <paramref name="args"/> ask for and returns the exit code.</summary>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var root = new RootCommand("Helps sales reps lose sales quickly. Without a command it serves the bot.")
        {
            HostSettings.Urls,
            HostSettings.DataDirectory,
            ChatCommand.Create(),
            PlaybookCommand.Create(),
            ImportCommand.Create(),
            ImportCommand.CreateExport(),
            AdminCommand.Create(),
            ForgetCommand.Create(),
            BackupCommand.Create(),
            MigrateCommand.Create(),
            MoveCommand.Create(),
            RemindersCommand.Create(),
            HealthCommand.Create(),
        };
        root.SetAction((parsed, stop) => ServeCommand.RunAsync(HostSettings.Of(parsed), stop));

        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0)
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }, cancellationToken);
        }

        foreach (var error in parsed.Errors)
        {
            await Console.Error.WriteLineAsync(error.Message);
        }

        await Console.Error.WriteLineAsync("Try --help.");
        return ExitCodes.WrongUse;
    }
}
