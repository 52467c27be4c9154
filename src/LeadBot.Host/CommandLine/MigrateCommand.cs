using System.CommandLine;
using LeadBot.Storage.Opening;

namespace LeadBot.Host.CommandLine;

/// <summary><c>migrate</c>: for where the user that serves may not change tables, or a deploy wants to do it first.</summary>
public static class MigrateCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("migrate", "Bring the database up to this release and leave; a start does so, too.");
        command.SetAction((parsed, stop) => RunAsync(Console.Out, HostSettings.Of(parsed)));
        return command;
    }

    /// <summary>Returns the exit code.</summary>
    public static Task<int> RunAsync(TextWriter output, string[] settings) => Refusals.SayAsync(async () =>
    {
        using var host = Program.Files(TimeProvider.System, settings);
        Store.Open(host.Services.GetRequiredService<DatabasePlace>()).Dispose();
        await output.WriteLineAsync("The database is up to this release.");
    });
}
