using System.Net;
using LeadBot.Host.Startup;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LeadBot.Host.LocalChat;

/// <summary>
/// Keeps local mode to this machine: it listens on loopback, answers only to loopback names (a rebound DNS name is not
/// one), and takes nothing from other sites' pages.
/// </summary>
public static class LoopbackOnly
{
    private static readonly HashSet<string> s_names = new(StringComparer.OrdinalIgnoreCase) { "localhost", "127.0.0.1", "[::1]" };

    /// <summary>Refuses to start on an address others can reach.</summary>
    public static void ListenOnLoopbackOnly(this IServiceCollection services) =>
        services.Configure<KestrelServerOptions>(kestrel => kestrel.ConfigureEndpointDefaults(listen =>
        {
            if (listen.EndPoint is IPEndPoint { Address: var address } && !IPAddress.IsLoopback(address))
            {
                throw new StartRefusedException(
                    $"Without a channel LeadBot listens on this machine only, not on {listen.EndPoint}: use --urls http://localhost:3978, or set MicrosoftAppId and its secret.");
            }
        }));

    /// <summary>Answers 403 to everything that does not come from this machine's own pages and programs.</summary>
    public static void UseLoopbackOnly(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (s_names.Contains(request.Host.Host) && IsOwnOrigin(request))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync("LeadBot answers only its own pages, under localhost.");
    });

    private static bool IsOwnOrigin(HttpRequest request) =>
        request.Headers.Origin.Count == 0
        || string.Equals(request.Headers.Origin.ToString(), $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
