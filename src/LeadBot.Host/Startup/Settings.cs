namespace LeadBot.Host.Startup;

/// <summary>Reads the settings under <c>LeadBot:</c> and refuses to start on bad ones.</summary>
public static class Settings
{
    /// <summary>Binds and checks <see cref="LeadBotOptions"/>.</summary>
    /// <exception cref="StartRefusedException">A setting has a name that is not known.</exception>
    public static void AddSettings(this IHostApplicationBuilder builder)
    {
        builder.AddSecretFiles();
        SettingNames.Check(builder.Configuration);
        builder.Services.AddOptions<LeadBotOptions>()
            .BindConfiguration(LeadBotOptions.Section)
            .Validate(o => !string.IsNullOrWhiteSpace(o.DataDirectory), "LeadBot:DataDirectory is empty: name the directory the database is to live in, or leave the setting out.")
            .Validate(o => !File.Exists(o.DataDirectory), "LeadBot:DataDirectory names a file: name a directory.")
            .ValidateOnStart();
    }

    /// <summary>The settings before the host is built, for choices of composition.</summary>
    public static LeadBotOptions LeadBot(this IConfiguration configuration) =>
        configuration.GetSection(LeadBotOptions.Section).Get<LeadBotOptions>() ?? new LeadBotOptions();
}
