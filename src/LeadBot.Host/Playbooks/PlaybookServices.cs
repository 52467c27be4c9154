using LeadBot.Host.Startup;

namespace LeadBot.Host.Playbooks;

/// <summary>Makes the playbooks known to the other parts.</summary>
public static class PlaybookServices
{
    /// <summary>Reads them once, before anything starts: a faulty one stops the start.</summary>
    public static void AddPlaybooks(this IHostApplicationBuilder builder) =>
        builder.Services.AddSingleton(PlaybookCatalogue.Load(builder.Configuration.LeadBot().PlaybookDirectory));
}
