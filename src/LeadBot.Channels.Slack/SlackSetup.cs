using LeadBot.Channels.Slack.Incoming;
using LeadBot.Channels.Slack.Installing;
using LeadBot.Channels.Slack.Sending;
using LeadBot.Channels.Slack.Socket;
using LeadBot.Dialog.Channels;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadBot.Channels.Slack;

/// <summary>Puts Slack into a host that knows how to <see cref="TakeTurn"/> and what <see cref="IsLive"/>.</summary>
public static class SlackSetup
{
    /// <summary>Adds the channel when any of its settings is there; half-filled ones fail the host's start with <see cref="OptionsValidationException"/>.</summary>
    public static IServiceCollection AddSlack(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SlackOptions>().Bind(configuration.GetSection(SlackOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SlackOptions>, SlackOptionsCheck>();
        services.AddSlackSending().AddSlackHearing();
        var options = configuration.GetSection(SlackOptions.Section).Get<SlackOptions>();
        if (options is { IsOn: true })
        {
            services.AddSlackInstalling(options).AddSingleton<IChannel, SlackChannel>();
        }

        if (options is { IsSocketMode: true })
        {
            services.AddHostedService<SocketMode>();
        }

        return services;
    }

    /// <summary>What Slack calls; nothing when Slack is off or comes over a socket.</summary>
    public static IEndpointRouteBuilder MapSlack(this IEndpointRouteBuilder app)
    {
        if (app.ServiceProvider.GetRequiredService<IOptions<SlackOptions>>().Value is { IsOn: true, IsSocketMode: false })
        {
            app.ServiceProvider.GetRequiredService<SlackEndpoints>().Map(app);
        }

        app.MapSlackInstalling();
        return app;
    }
}
