using LeadBot.Storage.Opening;

namespace LeadBot.Scenarios;

/// <summary>Before a test moves the clock: a message on its way would else be taken for one that was never answered.</summary>
internal static class Quiet
{
    /// <summary>Waits until nothing is left to be sent.</summary>
    public static async Task AllIsSentAsync(this Store store)
    {
        while (await store.Gate.BackgroundAsync(session => session.All("SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL AND dead_at IS NULL", row => row.GetInt32(0))[0], TestContext.Current.CancellationToken) > 0)
        {
            await Task.Yield();
        }
    }
}
