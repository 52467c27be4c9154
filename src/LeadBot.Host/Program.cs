using LeadBot.Channels.BotFramework;
using LeadBot.Channels.Slack;
using LeadBot.Host.CommandLine;
using LeadBot.Host.ConsoleChat;
using LeadBot.Host.Export;
using LeadBot.Host.Holidays;
using LeadBot.Host.Import;
using LeadBot.Host.Installing;
using LeadBot.Host.LocalChat;
using LeadBot.Host.Playbooks;
using LeadBot.Host.Reminders;
using LeadBot.Host.Startup;
using LeadBot.Host.Telemetry;
using LeadBot.Host.Turns;
using LeadBot.Storage.Turns;

namespace LeadBot.Host;

/// <summary>What the process is made of, in the order in which it matters.</summary>
public static class Program
{
    /// <summary>Exit codes: 0 it went well, 1 it was refused (a sentence on stderr says why), 2 wrong use.</summary>
    public static Task<int> Main(string[] args) => LeadBotCommand.RunAsync(args, CancellationToken.None);

    /// <summary>The web host, ready to start.</summary>
    /// <param name="settings">Settings as <c>--Name value</c>; they win over the environment and appsettings.json.</param>
    /// <exception cref="StartRefusedException">The settings or a playbook are faulty.</exception>
    public static WebApplication Serve(params string[] settings) => Serve(TimeProvider.System, settings);

    /// <inheritdoc cref="Serve(string[])"/>
    /// <param name="clock">The one clock of everything in it.</param>
    public static WebApplication Serve(TimeProvider clock, params string[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Services.AddSingleton(clock);
        builder.AddQuietLogs();
        builder.AddSettings();
        builder.AddAddresses();
        builder.AddLimits();
        builder.AddPlaybooks();
        builder.AddHolidays();
        builder.Services.AddTurnsAndDelivery(builder.Configuration.LeadBot().IsShared);
        builder.Services.AddReminders();
        builder.Services.AddBotFramework(builder.Configuration);
        builder.AddInstalling();
        builder.Services.AddSlack(builder.Configuration);
        builder.AddLocalChat();
        builder.Services.AddHealth();
        builder.AddTelemetry();

        var app = builder.Build();
        app.UseRateLimiter();
        app.AnswerWhenBusy();
        app.UseLocalChat();
        app.MapBotFramework(app.Services.GetRequiredService<LocalMode>().IsOn);
        app.MapSlack();
        app.MapHealth();
        app.MapTelemetry();
        return app;
    }

    /// <summary>What commands need that work on the database and leave: nothing in it is started.</summary>
    /// <inheritdoc cref="Serve(string[])"/>
    public static IHost Files(TimeProvider clock, params string[] settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddSingleton(clock);
        builder.AddQuietLogs(besideAConversation: true);
        builder.AddSettings();
        builder.AddPlaybooks();
        builder.AddHolidays();
        builder.Services.AddSingleton<StoredPlaybooks>();
        builder.Services.AddSingleton<TeamRecords>();
        builder.Services.AddSingleton<Importer>();
        builder.Services.AddSingleton<DealExport>();
        builder.Services.AddSingleton<WorkspaceExport>();
        return builder.Build();
    }

    /// <summary>The same bot for the person at this terminal, ready to start. It delivers to no other channel.</summary>
    /// <inheritdoc cref="Serve(string[])"/>
    public static IHost Chat(IScreen screen, params string[] settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        builder.AddQuietLogs(besideAConversation: true);
        builder.AddSettings();
        builder.AddPlaybooks();
        builder.AddHolidays();
        builder.Services.AddTurnsAndDelivery();
        builder.Services.AddConsoleChat(screen);
        return builder.Build();
    }

    /// <summary>What a look ahead at the reminders needs; it starts nothing and holds nothing.</summary>
    /// <inheritdoc cref="Serve(string[])"/>
    public static IHost Preview(params string[] settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        builder.AddQuietLogs(besideAConversation: true);
        builder.AddSettings();
        builder.AddPlaybooks();
        builder.AddHolidays();
        builder.Services.AddTurnsAndDelivery();
        builder.Services.AddSingleton<Preview>();
        return builder.Build();
    }
}
