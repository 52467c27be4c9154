using LeadBot.Channels.BotFramework.Incoming;
using LeadBot.Dialog.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LeadBot.Channels.BotFramework;

/// <summary>Puts the Bot Framework into a host that knows how to <see cref="TakeTurn"/>.</summary>
public static class BotFrameworkSetup
{
    /// <summary>An activity is a few kilobytes; Teams sends no message over 100.</summary>
    private const long MostBytes = 256 * 1024;

    /// <summary>Adds the channel; half-filled credentials fail the host's start with <see cref="OptionsValidationException"/>.</summary>
    public static IServiceCollection AddBotFramework(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BotFrameworkOptions>().Bind(configuration).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BotFrameworkOptions>, BotFrameworkOptionsCheck>();
        services.AddOptions<TeamsOptions>().Bind(configuration.GetSection(TeamsOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TeamsOptions>, TeamsOptionsCheck>();
        services.AddSingleton<ServiceUrls>();
        services.AddSingleton<HeardTenants>();
        services.TryAddSingleton(TimeProvider.System);

        // The adapter keeps one client for good: connections must renew themselves, and a redirect could lead anywhere.
        services.AddHttpClient(Options.DefaultName, client => client.Timeout = BotFrameworkChannel.Timeout)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false })
            .SetHandlerLifetime(System.Threading.Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.AddSingleton(provider => new CloudAdapter(
            configuration,
            provider.GetRequiredService<IHttpClientFactory>(),
            provider.GetRequiredService<ILogger<CloudAdapter>>()));
        services.AddSingleton<IBotFrameworkHttpAdapter>(provider => provider.GetRequiredService<CloudAdapter>());
        services.AddSingleton<IBot, LeadBotActivityHandler>();
        services.AddSingleton<IChannel, BotFrameworkChannel>();
        return services;
    }

    /// <summary><c>POST /api/messages</c>: 200, an invoke's own answer, 400 for no activity, 401 for a stranger, 403 for a tenant that is not heard, 5xx to be sent again.</summary>
    /// <param name="isLocal">Strangers cannot come here. Otherwise nothing is mapped without credentials, with which alone they are told apart.</param>
    public static void MapBotFramework(this IEndpointRouteBuilder app, bool isLocal)
    {
        if (isLocal || !app.ServiceProvider.GetRequiredService<IOptions<BotFrameworkOptions>>().Value.IsLocal)
        {
            app.MapPost("/api/messages", HearAsync).WithMetadata(new BodyLimit());
        }
    }

    private static async Task HearAsync(HttpContext http, IBotFrameworkHttpAdapter adapter, IBot bot)
    {
        try
        {
            await adapter.ProcessAsync(http.Request, http.Response, bot, http.RequestAborted);
            if (http.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false })
            {
                await SayAsync(http, "The body is not a Bot Framework activity.");
            }
        }
        catch (BadHttpRequestException refused)
        {
            // The only way out of a turn with a status: a service URL or a tenant that is not allowed, a body that is too large.
            http.Response.StatusCode = refused.StatusCode;
            await SayAsync(http, refused.Message);
        }
    }

    private static Task SayAsync(HttpContext http, string sentence)
    {
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(sentence, http.RequestAborted);
    }

    private sealed class BodyLimit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => MostBytes;
    }
}
