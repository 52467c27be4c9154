using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using LeadBot.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace LeadBot.Scenarios;

/// <summary>Time is moved while nothing is on its way: a message that is would else be taken for one that was never answered, and sent again.</summary>
internal static class Quiet
{
    /// <summary>Waits until nothing is left to be sent.</summary>
    public static Task AllIsSentAsync(this Store store) => UntilAsync(store, static _ => { });

    /// <summary>Waits for that, and moves the clock on before anything else can be written, and so said.</summary>
    public static Task PassAsync(this Store store, FakeTimeProvider clock, TimeSpan time) => UntilAsync(store, _ => clock.Advance(time));

    /// <summary>The same while something waits to be sent once more: the clock stands while it is tried.</summary>
    public static Task PutOffAsync(this Store store, FakeTimeProvider clock, TimeSpan time) => UntilAsync(store, _ => clock.Advance(time), IsTried);

    /// <summary>Waits until nothing is left to be sent, while time goes by for what waits to be sent once more.</summary>
    public static async Task AllIsSentInTimeAsync(this Store store, FakeTimeProvider clock)
    {
        for (var patience = new Patience("nothing is left to be sent"); await store.Gate.BackgroundAsync(Scope.Delivery, IsOnItsWay, TestContext.Current.CancellationToken); patience.Check())
        {
            await PutOffAsync(store, clock, TimeSpan.FromSeconds(1));
        }
    }

    private static Task UntilAsync(Store store, Action<WriteSession> act) => UntilAsync(store, act, IsOnItsWay);

    private static async Task UntilAsync(Store store, Action<WriteSession> act, Func<WriteSession, bool> isBusy)
    {
        for (var patience = new Patience("nothing is on its way"); !await store.Gate.BackgroundAsync(Scope.Delivery, session => !isBusy(session) && Act(session), TestContext.Current.CancellationToken); patience.Check())
        {
            await Task.Yield();
        }

        bool Act(WriteSession session)
        {
            act(session);
            return true;
        }
    }

    private static bool IsOnItsWay(WriteSession session) => Any(session, "SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL AND dead_at IS NULL");

    private static bool IsTried(WriteSession session) => Any(session, "SELECT COUNT(*) FROM deliveries WHERE lease_until > 0");

    private static bool Any(WriteSession session, string counted) => session.All(counted, row => row.GetInt32(0))[0] > 0;
}
