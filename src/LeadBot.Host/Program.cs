using LeadBot.Host.CommandLine;
using LeadBot.Host.LocalChat;
using LeadBot.Host.Playbooks;
using LeadBot.Host.Startup;
using LeadBot.Host.Turns;

namespace LeadBot.Host;

/// <summary>What the process is made of, in the order in which it matters.</summary>
public static class Program
{
    /// <summary>Exit codes: 0 it went well, 1 it was refused (one sentence on stderr), 2 wrong use.</summary>
    public static Task<int> Main(string[] args) => LeadBotCommand.RunAsync(args, CancellationToken.None);

    /// <summary>The web host, ready to start.</summary>
    /// <param name="settings">Settings as <c>--Name value</c>; they win over the environment and appsettings.json.</param>
    public static WebApplication Serve(params string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = settings,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.AddQuietLogs();
        builder.AddSettings();
        builder.AddAddresses();
        builder.Services.AddHealth();
        builder.AddPlaybooks();
        builder.Services.AddTurnsAndDelivery();
        builder.AddLocalChat();

        var app = builder.Build();
        app.UseLocalChat();
        app.MapHealth();
        return app;
    }
}
