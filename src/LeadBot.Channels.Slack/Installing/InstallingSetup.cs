using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadBot.Channels.Slack.Installing;

/// <summary>The pages of installing; only where workspaces install the bot themselves.</summary>
internal static class InstallingSetup
{
    public static IServiceCollection AddSlackInstalling(this IServiceCollection services, SlackOptions options) =>
        options.HasInstallations ? services.AddSingleton<InstallState>().AddSingleton<SlackInstalling>() : services;

    public static void MapSlackInstalling(this IEndpointRouteBuilder app)
    {
        if (app.ServiceProvider.GetRequiredService<IOptions<SlackOptions>>().Value.HasInstallations)
        {
            app.MapGet(SlackInstalling.Start, (HttpContext http, SlackInstalling installing) => installing.Begin(http));
            app.MapGet(SlackInstalling.Return, (HttpContext http, SlackInstalling installing, CancellationToken stop) => installing.EndAsync(http, stop));
        }
    }
}
