namespace LeadBot.Host.CommandLine;

/// <summary>No command: serves the bot until it is told to stop.</summary>
public static class ServeCommand
{
    /// <summary>Returns the exit code once the host has stopped.</summary>
    public static Task<int> RunAsync(string[] settings, CancellationToken stop) => Refusals.SayAsync(async () =>
    {
        await using var app = Program.Serve(settings);
        await Refusals.StartAsync(app, stop);
        Log.Listening(app.Logger, string.Join(' ', app.Urls));
        await app.WaitForShutdownAsync(stop);
    });
}
