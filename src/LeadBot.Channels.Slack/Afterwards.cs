using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LeadBot.Channels.Slack;

/// <summary>What goes on after Slack was answered; a stop waits for it.</summary>
internal sealed class Afterwards(ILogger<Afterwards> log) : IHostedService
{
    private readonly ConcurrentDictionary<Task, bool> running = new();

    /// <summary>Starts it. What it throws is logged.</summary>
    public void Do(Func<Task> work)
    {
        var task = DoAsync(work);
        if (!task.IsCompleted)
        {
            running[task] = true;
            task.ContinueWith(done => running.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    /// <summary>Completes when nothing goes on any more.</summary>
    public async Task DoneAsync(CancellationToken cancellationToken)
    {
        while (!running.IsEmpty)
        {
            await Task.WhenAll(running.Keys).WaitAsync(cancellationToken);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => DoneAsync(cancellationToken);

    private async Task DoAsync(Func<Task> work)
    {
        await Task.Yield();
        try
        {
            await work();
        }
        catch (Exception failure)
        {
            log.AfterwardsFailed(failure);
        }
    }
}
