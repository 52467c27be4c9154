using LeadBot.Host.Startup;

namespace LeadBot.Host.Playbooks;

/// <summary>Makes the playbooks known to the turns.</summary>
public static class PlaybookServices
{
    /// <summary>Reads them once, before anything starts.</summary>
    /// <exception cref="StartRefusedException">A file is faulty.</exception>
    public static void AddPlaybooks(this IHostApplicationBuilder builder)
    {
        var settings = builder.Configuration.LeadBot();
        builder.Services.AddSingleton(PlaybookCatalogue.Load(settings.PlaybookDirectory, settings.OnlyOwnPlaybooks));
    }
}
