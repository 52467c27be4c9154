using LeadBot.Host.Reminders;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using Microsoft.Extensions.DependencyInjection;

namespace LeadBot.CrashWorker;

/// <summary>Runs the sweep once and prints what came of it.</summary>
internal static class Sweeping
{
    /// <param name="uncommitted">Stand still with everything written and nothing committed.</param>
    public static async Task RunAsync(IServiceProvider services, bool uncommitted)
    {
        var (gate, sweep) = (services.GetRequiredService<Store>().Gate, services.GetRequiredService<Sweep>());
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var queued = new ManualResetEventSlim();
        // Behind this one, once its transaction has begun, both wait, and so share the next.
        var holding = gate.BackgroundAsync(Scope.Sweep, _ => { begun.SetResult(); queued.Wait(); return true; }, CancellationToken.None);
        // What failed never begins.
        await await Task.WhenAny(begun.Task, holding);
        var sweeping = sweep.RunAsync(CancellationToken.None);
        var standing = uncommitted ? gate.BackgroundAsync(Scope.Sweep, _ => StandStill(), CancellationToken.None) : Task.FromResult(true);
        queued.Set();
        await Task.WhenAll(holding, standing);
        Console.WriteLine($"swept {(await sweeping).Messages}");
    }

    private static bool StandStill()
    {
        Console.WriteLine("uncommitted");
        Thread.Sleep(Timeout.Infinite);
        return true;
    }
}
