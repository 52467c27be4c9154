using LeadBot.Storage.Delivering;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;

namespace LeadBot.Host.Delivery;

/// <summary>Looks once an hour whether messages were given up, and tells an admin, once a day at most.</summary>
public sealed class GivenUpReport(Store store, OutboxDelivery delivery, TimeProvider clock, ILogger<GivenUpReport> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await hourly.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await TellAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.TellingFailed(logger, failure);
            }
        }
    }

    /// <summary>Looks now.</summary>
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        if (await store.Gate.BackgroundAsync(Scope.Sweep, session => AdminReports.GivenUp(session, clock.GetUtcNow()), cancellationToken))
        {
            delivery.Wake();
        }
    }
}
