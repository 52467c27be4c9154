using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using LeadBot.Storage.Retention;
using Microsoft.Extensions.Options;

namespace LeadBot.Host.Delivery;

/// <summary>Once an hour deletes events and messages that were kept long enough.</summary>
public sealed class Retention(Store store, IOptions<DeliveryOptions> options, TimeProvider clock, ILogger<Retention> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await hourly.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ForgetAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.ForgettingFailed(logger, failure);
            }
        }
    }

    /// <summary>Deletes in batches until nothing is old enough.</summary>
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await UntilDoneAsync(session => Forgetting.Events(session, now.AddDays(-options.Value.KeepEventsDays)), cancellationToken);
        await UntilDoneAsync(session => Messages(session, now.AddDays(-options.Value.KeepMessagesDays)), cancellationToken);
    }

    private int Messages(WriteSession session, DateTimeOffset before)
    {
        foreach (var (channel, count) in Forgetting.Unsent(session, before))
        {
            Log.DeletedUnsent(logger, count, channel);
        }

        return Forgetting.Messages(session, before);
    }

    private async Task UntilDoneAsync(Func<WriteSession, int> batch, CancellationToken cancellationToken)
    {
        while (await store.Gate.BackgroundAsync(batch, cancellationToken) == Forgetting.Batch)
        {
        }
    }
}
