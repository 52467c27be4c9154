using LeadBot.Storage.Opening;
using Microsoft.Extensions.Options;

namespace LeadBot.Host.Startup;

/// <summary>Reads the settings under <c>LeadBot:</c> and refuses to start on bad ones.</summary>
public static class Settings
{
    /// <summary>Binds and checks <see cref="LeadBotOptions"/>, and says by them where the database is.</summary>
    /// <exception cref="StartRefusedException">A setting has a name that is not known.</exception>
    public static void AddSettings(this IHostApplicationBuilder builder)
    {
        builder.AddSecretFiles();
        SettingNames.Check(builder.Configuration);
        var connection = builder.Configuration.GetConnectionString("LeadBot") is { } given && !string.IsNullOrWhiteSpace(given) ? given : null;
        builder.Services.AddOptions<LeadBotOptions>()
            .BindConfiguration(LeadBotOptions.Section)
            .Validate(o => o.Database is LeadBotOptions.Sqlite or LeadBotOptions.Postgres, "LeadBot:Database must be sqlite or postgres.")
            .Validate(o => !o.IsShared || connection is not null, "LeadBot:Database is postgres, and ConnectionStrings:LeadBot does not say where: set it like Host=db.example.com;Database=leadbot;Username=leadbot;Password=….")
            .Validate(o => o.IsShared || connection is null, "ConnectionStrings:LeadBot names a database, and LeadBot:Database does not say postgres: set both, or neither.")
            .Validate(o => !string.IsNullOrWhiteSpace(o.DataDirectory), "LeadBot:DataDirectory is empty: name the directory the database is to live in, or leave the setting out.")
            .Validate(o => !File.Exists(o.DataDirectory), "LeadBot:DataDirectory names a file: name a directory.")
            .ValidateOnStart();
        builder.Services.AddSingleton<DatabasePlace>(provider => provider.GetRequiredService<IOptions<LeadBotOptions>>().Value is { IsShared: false } file
            ? new DatabasePlace.File(file.DataDirectory)
            : new DatabasePlace.Server(connection!));
    }

    /// <summary>The settings before the host is built, for choices of composition.</summary>
    public static LeadBotOptions LeadBot(this IConfiguration configuration) =>
        configuration.GetSection(LeadBotOptions.Section).Get<LeadBotOptions>() ?? new LeadBotOptions();
}
