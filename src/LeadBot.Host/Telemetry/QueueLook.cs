using LeadBot.Storage.Delivering;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;

namespace LeadBot.Host.Telemetry;

/// <summary>Looks at the queue now and then, so that a scrape never waits for the database.</summary>
public sealed class QueueLook(Store store, TimeProvider clock, ILogger<QueueLook> logger) : BackgroundService
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_every, clock);
        do
        {
            try
            {
                var (waiting, oldest) = await store.Gate.BackgroundAsync(Scope.Delivery, DeliveryStatuses.Everywhere, stoppingToken);
                var age = clock.GetUtcNow() - oldest;
                Measured.Queue(waiting, age > TimeSpan.Zero ? age.Value : TimeSpan.Zero);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.QueueNotSeen(logger, failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
