using System.CommandLine;
using System.Text;
using LeadBot.Host.ConsoleChat;
using Spectre.Console;

namespace LeadBot.Host.CommandLine;

/// <summary><c>chat</c>: the same bot in this terminal.</summary>
public static class ChatCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("chat", "Talk with the bot in this terminal. Ends with \"exit\", with the input, or with Ctrl-C.");
        command.SetAction((parsed, stop) => RunAsync(Screen(), HostSettings.Of(parsed), stop));
        return command;
    }

    /// <summary>Returns the exit code once the input has ended.</summary>
    public static Task<int> RunAsync(IScreen screen, string[] settings, CancellationToken stop) => Refusals.SayAsync(async () =>
    {
        using var host = Program.Chat(screen, settings);
        await Refusals.StartAsync(host, stop);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stop, host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        try
        {
            await host.Services.GetRequiredService<ChatSession>().RunAsync(stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            screen.Note("");
        }

        await host.StopAsync(CancellationToken.None);
    });

    private static IScreen Screen()
    {
        // Without a byte order mark, which a pipe would hand on.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return Console.IsInputRedirected || Console.IsOutputRedirected || Environment.GetEnvironmentVariable("TERM") == "dumb"
            ? new PlainScreen(Console.In, Console.Out, Console.IsInputRedirected)
            : new TerminalScreen(AnsiConsole.Console, Console.In);
    }
}
