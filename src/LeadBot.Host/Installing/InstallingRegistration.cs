using LeadBot.Channels.Slack;
using LeadBot.Dialog.Channels;
using LeadBot.Host.Startup;
using Microsoft.AspNetCore.DataProtection;

namespace LeadBot.Host.Installing;

/// <summary>Registers what is needed where many workspaces install the bot; nothing otherwise, and no keys are made then.</summary>
public static class InstallingRegistration
{
    /// <summary>Keys live in the data directory, beside the database and not in it.</summary>
    public static void AddInstalling(this WebApplicationBuilder builder)
    {
        if (builder.Configuration.GetSection(SlackOptions.Section).Get<SlackOptions>() is not { HasInstallations: true })
        {
            return;
        }

        var keys = new DirectoryInfo(Path.Combine(Path.GetFullPath(builder.Configuration.LeadBot().DataDirectory), "keys"));
        builder.Services.AddDataProtection().SetApplicationName("LeadBot").PersistKeysToFileSystem(keys);
        builder.Services.AddSingleton<TokenKeeper>();
        builder.Services.AddSingleton<KeepInstallation>(provider => provider.GetRequiredService<TokenKeeper>().KeepAsync);
        builder.Services.AddSingleton<FindInstallation>(provider => provider.GetRequiredService<TokenKeeper>().FindAsync);
    }
}
