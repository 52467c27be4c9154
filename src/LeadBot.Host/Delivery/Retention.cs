using LeadBot.Storage.Delivering;
using LeadBot.Storage.Erasing;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using LeadBot.Storage.Retention;
using Microsoft.Extensions.Options;

namespace LeadBot.Host.Delivery;

/// <summary>
/// Once an hour deletes what was kept long enough: events, messages, what reminders and "undo" need no more, finished deals, the
/// audit log, and everything of workspaces that uninstalled the bot.
/// </summary>
public sealed class Retention(Store store, IOptions<DeliveryOptions> options, IOptions<RetentionOptions> retention, TimeProvider clock, ILogger<Retention> logger) : BackgroundService
{
    /// <summary>A change can be taken back for one day; the other is for a clock that was wrong.</summary>
    private const int KeepUndoableDays = 2;

    private const int KeepDigestsDays = 400;

    /// <summary>Nobody acts on an exception that old; what goes on is raised anew.</summary>
    private const int KeepRaisedDays = 60;

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
        using var alone = store.TryBeAlone("retention");
        if (alone is null)
        {
            return;
        }

        var now = clock.GetUtcNow();
        await UntilDoneAsync(session => Forgetting.Events(session, now.AddDays(-options.Value.KeepEventsDays)), cancellationToken);
        await UntilDoneAsync(session => Messages(session, now.AddDays(-options.Value.KeepMessagesDays)), cancellationToken);
        await UntilDoneAsync(session => Forgetting.Undoable(session, now.AddDays(-KeepUndoableDays)), cancellationToken);
        await UntilDoneAsync(session => Forgetting.Digests(session, now.AddDays(-KeepDigestsDays)), cancellationToken);
        await UntilDoneAsync(session => Forgetting.Raised(session, now.AddDays(-KeepRaisedDays)), cancellationToken);
        if (store.IsShared)
        {
            await store.Gate.BackgroundAsync(Scope.Retention, session => Paces.Forget(session, now), cancellationToken);
        }

        await UntilDoneAsync(session => Forgetting.Told(session, now.AddDays(-KeepRaisedDays)), cancellationToken);
        var keep = retention.Value;
        await UntilDoneAsync(session => ErasedWorkspace.Erase(session, now.AddDays(-keep.UninstalledDays)), cancellationToken);
        await UntilDoneAsync(session => Forgetting.Audit(session, now.AddDays(-keep.AuditDays)), cancellationToken);
        if (keep.FinishedDealsDays > 0)
        {
            await UntilDoneAsync(session => ErasedDeals.EraseFinished(session, now.AddDays(-keep.FinishedDealsDays)), cancellationToken);
        }
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
        while (await store.Gate.BackgroundAsync(Scope.Retention, batch, cancellationToken) == Forgetting.Batch)
        {
        }
    }
}
