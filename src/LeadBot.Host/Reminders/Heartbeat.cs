using Quartz;

namespace LeadBot.Host.Reminders;

/// <summary>Once a minute: see who is due. A beat that is still at work makes the next one wait for it.</summary>
[DisallowConcurrentExecution]
public sealed class Heartbeat(Sweep sweep, ILogger<Heartbeat> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            await sweep.RunAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.SweepFailed(logger, failure);
        }
    }
}
