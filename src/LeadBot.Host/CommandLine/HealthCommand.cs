using System.CommandLine;
using LeadBot.Host.Startup;

namespace LeadBot.Host.CommandLine;

/// <summary><c>health</c>: asks the LeadBot that runs here whether it can do its work, for containers, which have nothing else to ask with.</summary>
public static class HealthCommand
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(8);

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("health", "Ask the LeadBot running here whether it can do its work; 0 when it can.") { HostSettings.Urls };
        command.SetAction((parsed, stop) => RunAsync(Console.Out, HostSettings.Of(parsed), stop));
        return command;
    }

    /// <summary>Returns the exit code: <see cref="ExitCodes.Refused"/> when it cannot, or nobody answers.</summary>
    public static Task<int> RunAsync(TextWriter output, string[] settings, CancellationToken stop) => Refusals.SayAsync(async () =>
    {
        var address = Addresses.ToAsk(WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory }).Configuration);
        using var http = new HttpClient { Timeout = s_patience };
        try
        {
            using var answer = await http.GetAsync(new Uri(address, "healthz/ready"), stop);
            var said = await answer.Content.ReadAsStringAsync(stop);
            if (!answer.IsSuccessStatusCode)
            {
                throw new StartRefusedException($"LeadBot at {address} cannot do its work: it says {said}.");
            }

            await output.WriteLineAsync(said);
        }
        catch (Exception silence) when (silence is HttpRequestException || (silence is TaskCanceledException && !stop.IsCancellationRequested))
        {
            throw new StartRefusedException($"No LeadBot answers at {address}.");
        }
    });
}
