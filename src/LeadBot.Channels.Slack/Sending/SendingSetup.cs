using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LeadBot.Channels.Slack.Sending;

/// <summary>What writing to Slack needs.</summary>
internal static class SendingSetup
{
    public static IServiceCollection AddSlackSending(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpClient(SlackHttp.Client, client =>
            {
                // The call's own limit ends it, by the clock that tests move.
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.MaxResponseContentBufferSize = SlackHttp.MostBytes;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false, UseCookies = false })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.AddSingleton<RateLimits>();
        services.AddSingleton<SlackHttp>();
        services.AddSingleton<SlackTokens>();
        services.AddSingleton<SlackWebApi>();
        services.AddSingleton<DirectChannels>();
        services.AddSingleton<Pace>();
        services.AddSingleton<Saying>();
        return services;
    }
}
