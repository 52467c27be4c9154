using LeadBot.Channels.Slack;
using LeadBot.Dialog.Channels;
using LeadBot.Host.Startup;

namespace LeadBot.Host.Installing;

/// <summary>Registers what is needed where many workspaces install the bot; nothing otherwise, and no keys are made then.</summary>
public static class InstallingRegistration
{
    /// <summary>Keys live in the data directory, beside the SQLite file and not in it; on PostgreSQL in the database, encrypted by a certificate.</summary>
    /// <exception cref="StartRefusedException">That certificate is missing, or cannot be used.</exception>
    public static void AddInstalling(this WebApplicationBuilder builder)
    {
        if (builder.Configuration.GetSection(SlackOptions.Section).Get<SlackOptions>() is not { HasInstallations: true })
        {
            return;
        }

        var settings = builder.Configuration.LeadBot();
        if (settings.IsShared)
        {
            builder.Services.AddSharedKeys(SharedKeys.Certificate(settings));
        }
        else
        {
            builder.Services.AddKeyFiles(settings.DataDirectory);
        }

        builder.Services.AddSingleton<TokenKeeper>();
        builder.Services.AddSingleton<KeepInstallation>(provider => provider.GetRequiredService<TokenKeeper>().KeepAsync);
        builder.Services.AddSingleton<FindInstallation>(provider => provider.GetRequiredService<TokenKeeper>().FindAsync);
    }
}
