using System.CommandLine;
using LeadBot.Host.Installing;
using LeadBot.Host.Startup;
using LeadBot.Storage.Opening;
using Microsoft.Extensions.Options;

namespace LeadBot.Host.CommandLine;

/// <summary><c>move</c>: from the SQLite file to PostgreSQL, once, with no LeadBot running.</summary>
public static class MoveCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("move", "Copy everything from the SQLite file in the data directory into the empty PostgreSQL database of the settings, and check that it arrived. The file stays.");
        command.SetAction((parsed, stop) => RunAsync(Console.Out, HostSettings.Of(parsed), stop));
        return command;
    }

    /// <summary>Returns the exit code.</summary>
    public static Task<int> RunAsync(TextWriter output, string[] settings, CancellationToken stop) => Refusals.SayAsync(async () =>
    {
        using var host = Program.Files(TimeProvider.System, settings);
        if (host.Services.GetRequiredService<DatabasePlace>() is not DatabasePlace.Server server)
        {
            throw new StartRefusedException("It moves to PostgreSQL: set LeadBot:Database to postgres and ConnectionStrings:LeadBot to where.");
        }

        var options = host.Services.GetRequiredService<IOptions<LeadBotOptions>>().Value;
        var file = new DatabasePlace.File(options.DataDirectory);
        Move.BringUp(file);
        var tokens = MovedTokens.Read(file);
        tokens.Check(options);
        foreach (var (table, rows) in Move.Run(file, server))
        {
            await output.WriteLineAsync(FormattableString.Invariant($"{rows,12:N0}  {table}"));
        }

        await output.WriteLineAsync("All of it arrived, row for row.");
        foreach (var sentence in await tokens.WriteAsync(server, options, stop))
        {
            await output.WriteLineAsync(sentence);
        }
    });
}
