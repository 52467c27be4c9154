using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using LeadBot.TestKit;

namespace LeadBot.Storage.Tests.Gate;

public sealed class TheCheckpoints : IDisposable
{
    private const int Megabyte = 1 << 20;

    private readonly TemporaryDirectory _directory = new();
    private readonly Store _store;

    public TheCheckpoints() => _store = Store.Open(_directory.Path);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Database => Path.Combine(_directory.Path, "leadbot.db");

    [Fact]
    public async Task What_the_log_holds_comes_into_the_database_while_it_is_open()
    {
        Assert.True(new FileInfo(Database).Length < Megabyte);
        await WriteAsync();

        while (new FileInfo(Database).Length < Megabyte)
        {
            Stop.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    [Fact]
    public async Task Closing_puts_all_of_the_log_into_the_database()
    {
        await WriteAsync();
        _store.Dispose();

        Assert.Equal(["leadbot.db", "leadbot.lock"], Directory.GetFiles(_directory.Path).Select(Path.GetFileName).Order());
    }

    public void Dispose()
    {
        _store.Dispose();
        _directory.Dispose();
    }

    private Task<int> WriteAsync() => _store.Gate.TurnAsync(Scope.Of(new("w")), session => session.Execute("INSERT INTO workspaces (id, document) VALUES ('w', $1)", new string(' ', Megabyte)), Stop);
}
