using LeadBot.Host.Delivery;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LeadBot.Host.Startup;

/// <summary>
/// <c>/healthz/live</c>: the process answers. <c>/healthz/ready</c>: it can do its work, that is the database answers and
/// messages are being delivered; else 503.
/// </summary>
public static class Health
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>Adds the checks.</summary>
    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<DatabaseAnswers>("database", timeout: s_patience)
        .AddCheck<DeliveryRuns>("delivery");

    /// <summary>Maps both addresses.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/healthz/ready");
    }

    private sealed class DatabaseAnswers(Store store) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
            await store.Gate.TurnAsync(Scope.Delivery, session => session.All("SELECT 1", row => row.GetInt64(0)).Count, cancellationToken) == 1
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy();
    }

    private sealed class DeliveryRuns(OutboxDelivery delivery) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
            Task.FromResult(delivery.ExecuteTask is { IsCompleted: false } ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
    }
}
