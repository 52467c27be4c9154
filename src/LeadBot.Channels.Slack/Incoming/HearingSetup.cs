using LeadBot.Channels.Slack.Lookups;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadBot.Channels.Slack.Incoming;

/// <summary>What hearing Slack needs.</summary>
internal static class HearingSetup
{
    public static IServiceCollection AddSlackHearing(this IServiceCollection services)
    {
        services.AddSingleton<SlackPeople>();
        services.AddSingleton<SlackMembership>();
        services.AddSingleton<Afterwards>();
        services.AddHostedService(provider => provider.GetRequiredService<Afterwards>());
        services.AddSingleton<AfterCommit>();
        services.AddSingleton<SlackTurns>();
        services.AddSingleton<SlackDesk>();
        services.AddSingleton(provider => new SlackSignature(provider.GetRequiredService<IOptions<SlackOptions>>().Value.SigningSecret!, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SlackEndpoints>();
        return services;
    }
}
