using LeadBot.Host.Delivery;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LeadBot.Host.Startup;

/// <summary>
/// <c>/healthz/live</c>: the process answers. <c>/healthz/ready</c>: it can do its work, that is the database answers and
/// messages are being delivered, and there is room on the database's disk; else 503, with what is wrong.
/// </summary>
public static class Health
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>Adds the checks.</summary>
    public static void AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<DiskWatch>().AddHostedService(provider => provider.GetRequiredService<DiskWatch>());
        services.AddHealthChecks()
            .AddCheck<DatabaseAnswers>("database", timeout: s_patience)
            .AddCheck<DiskHasRoom>("disk")
            .AddCheck<DeliveryRuns>("delivery");
    }

    /// <summary>Maps both addresses.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/healthz/ready", new HealthCheckOptions { ResponseWriter = SayAsync });
    }

    /// <summary><c>Healthy</c>, or <c>Unhealthy: disk, delivery</c>.</summary>
    private static Task SayAsync(HttpContext http, HealthReport report)
    {
        var wrong = report.Entries.Where(check => check.Value.Status != HealthStatus.Healthy).Select(check => check.Key).ToList();
        http.Response.ContentType = "text/plain";
        return http.Response.WriteAsync(wrong.Count == 0 ? $"{report.Status}" : $"{report.Status}: {string.Join(", ", wrong)}", http.RequestAborted);
    }

    private sealed class DatabaseAnswers(Store store) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
            await store.Gate.TurnAsync(Scope.Delivery, session => session.All("SELECT 1", row => row.GetInt64(0)).Count, cancellationToken) == 1
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy();
    }

    private sealed class DiskHasRoom(DiskWatch watch) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
            Task.FromResult(watch.IsFull ? HealthCheckResult.Unhealthy("The database's disk is full.") : HealthCheckResult.Healthy());
    }

    private sealed class DeliveryRuns(OutboxDelivery delivery) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
            Task.FromResult(delivery.ExecuteTask is { IsCompleted: false } ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
    }
}
