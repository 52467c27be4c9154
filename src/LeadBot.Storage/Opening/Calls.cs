using Npgsql;

namespace LeadBot.Storage.Opening;

/// <summary>
/// How instances on one PostgreSQL server call each other: somebody has more to deliver than it can take. A call may get
/// lost, with the connection; who waits for one looks by itself now and then.
/// </summary>
internal static class Calls
{
    private const string Name = "leadbot_outbox";

    private static readonly TimeSpan s_again = TimeSpan.FromSeconds(5);

    /// <summary>Calls the others, in the transaction of this job.</summary>
    /// <param name="own">Tells the caller's calls from others'.</param>
    public static bool Make(Gate.WriteSession session, string own) => session.Execute("SELECT pg_notify($1, $2)", Name, own) != 0;

    /// <summary>Listens until told to stop, connecting anew when the server was away.</summary>
    public static async Task HearAsync(string server, string own, Action heard, TimeProvider clock, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var connection = Server.Connect(server);
                connection.Notification += (_, call) =>
                {
                    if (call.Payload != own)
                    {
                        heard();
                    }
                };
                await using (var listen = new NpgsqlCommand($"LISTEN {Name}", connection))
                {
                    await listen.ExecuteNonQueryAsync(stop);
                }

                while (true)
                {
                    await connection.WaitAsync(stop);
                }
            }
            catch (Exception failure) when (failure is NpgsqlException or StorageRefusedException or IOException)
            {
                // Nothing is lost but time: who waits looks by itself, too.
                await Task.Delay(s_again, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
