using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using LeadBot.Storage.Gate;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace LeadBot.Host.Startup;

/// <summary>
/// How much is taken at a time, so that neither one source nor all of them together can take the memory: small headers, bodies with each
/// endpoint's own limit, so many requests under way (503 beyond) and so many a minute from one address (429 beyond), both with
/// <c>Retry-After</c>. Channels send again.
/// </summary>
public static class Limits
{
    /// <summary>Requests under way at once, and those that wait for that.</summary>
    public const int UnderWay = 512;

    private const int Waiting = 2048;

    private const int MostBytes = 512 * 1024;

    /// <summary>Sets them.</summary>
    public static void AddLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            kestrel.Limits.MaxRequestHeaderCount = 64;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
        builder.Services.AddOptions<LimitOptions>()
            .BindConfiguration(LimitOptions.Section)
            .Validate(o => o.RequestsPerMinute > 0, "LeadBot:Limits:RequestsPerMinute must be 1 or more.")
            .ValidateOnStart();
        builder.Services.AddOptions<RateLimiterOptions>().Configure<IOptions<LimitOptions>>((limiter, limits) =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, IPAddress>(http => Source(http, limits.Value)),
                PartitionedRateLimiter.Create<HttpContext, bool>(Together));
            limiter.OnRejected = (rejected, _) =>
            {
                var tooSoon = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait);
                rejected.HttpContext.Response.StatusCode = tooSoon ? StatusCodes.Status429TooManyRequests : StatusCodes.Status503ServiceUnavailable;
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
        });
        builder.Services.AddRateLimiter(_ => { });
    }

    /// <summary>What the gate refuses is answered 503 as well. After the rate limiter, before everything that takes turns.</summary>
    public static void AnswerWhenBusy(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http);
        }
        catch (BusyException) when (!http.Response.HasStarted)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.Headers.RetryAfter = "1";
        }
    });

    // A proxy on this machine that does not say for whom it asks would be everybody.
    private static RateLimitPartition<IPAddress> Source(HttpContext http, LimitOptions limits) => http.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address) || IsHealth(http)
        ? RateLimitPartition.GetNoLimiter(IPAddress.None)
        : RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions { PermitLimit = limits.RequestsPerMinute, Window = TimeSpan.FromMinutes(1) });

    // A socket of the chat page is under way for as long as the page is open.
    private static RateLimitPartition<bool> Together(HttpContext http) => IsHealth(http) || string.Equals(http.Request.Headers.Upgrade, "websocket", StringComparison.OrdinalIgnoreCase)
        ? RateLimitPartition.GetNoLimiter(false)
        : RateLimitPartition.GetConcurrencyLimiter(true, _ => new ConcurrencyLimiterOptions { PermitLimit = UnderWay, QueueLimit = Waiting });

    private static bool IsHealth(HttpContext http) => http.Request.Path.StartsWithSegments("/healthz", StringComparison.Ordinal);
}
