using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using LeadBot.TestKit;

namespace LeadBot.Storage.Tests.Gate;

/// <summary>A database whose writers are given work: each job adds a workspace. On a file, or on a server where the tests of this program work on one.</summary>
internal sealed class BusyStore : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public BusyStore() => Store = Store.Open(ServerDatabases.Of(_directory.Path) is { } connection ? new DatabasePlace.Server(connection) : new DatabasePlace.File(_directory.Path));

    public Store Store { get; }

    public WriteGate Gate => Store.Gate;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static int Add(WriteSession session, string name, bool fail = false)
    {
        session.Enter(Scope.Of(new(name)));
        session.Execute("INSERT INTO workspaces (id, document) VALUES ($1, '{}')", name);
        return fail ? throw new InvalidOperationException(name) : 1;
    }

    /// <summary>Keeps a writer busy until told to go on. A file has no other, so that jobs queue behind it.</summary>
    public async Task<(Task First, TaskCompletionSource Go)> HoldAsync()
    {
        var (running, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = Gate.TurnAsync(
            Scope.Sweep,
            _ =>
            {
                running.SetResult();
                go.Task.Wait(Stop);
                return true;
            },
            Stop);
        await running.Task;
        return (first, go);
    }

    public Task<List<string>> NamesAsync() => Gate.TurnAsync(Scope.Sweep, session => session.All("SELECT id FROM workspaces ORDER BY id", row => row.GetString(0)), Stop);

    public void Dispose()
    {
        Store.Dispose();
        _directory.Dispose();
    }
}
