using LeadBot.Host.CommandLine;
using LeadBot.Host.Tests.Reminders;
using LeadBot.Host.Tests.Turns;
using LeadBot.Storage;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using LeadBot.TestKit;
using Microsoft.EntityFrameworkCore;

namespace LeadBot.Postgres.Tests;

public sealed class MovingToAServer : IDisposable
{
    private static readonly Scope s_w = Scope.Of(new("w"));

    private readonly TemporaryDirectory _from = new();
    private readonly TemporaryDirectory _to = new();

    private DatabasePlace.File File => new(_from.Path);

    private DatabasePlace.Server Server => new(ServerDatabases.Of(_to.Path)!);

    [Fact]
    public async Task Everything_arrives_and_goes_on_there()
    {
        using (var store = Store.Open(File))
        {
            await store.Gate.TurnAsync(s_w, Fill, TestContext.Current.CancellationToken);
        }

        using var output = new StringWriter();
        Assert.Equal(ExitCodes.Done, await MoveCommand.RunAsync(output, [.. ServerDatabases.Settings(_to.Path), "--LeadBot:DataDirectory", _from.Path], TestContext.Current.CancellationToken));

        Assert.Contains("           3  deals", output.ToString(), StringComparison.Ordinal);
        Assert.EndsWith($"All of it arrived, row for row.{Environment.NewLine}", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(Glance.At(File, s_w, Deals), Glance.At(Server, s_w, Deals));
        // What is new counts on from what was there.
        await using var bench = new TurnBench(_to, StaleDeals.Start, beside: true);
        await bench.StartAsync("ann", "Acme");
        using var tables = bench.Tables();
        Assert.Equal(4, tables.Deals.Count());
        Assert.Equal([7L, 8], tables.Conversations.Select(c => c.Id).OrderBy(id => id));
    }

    [Fact]
    public async Task A_database_that_is_not_empty_is_left_as_it_is()
    {
        Store.Open(File).Dispose();
        using (var store = Store.Open(Server))
        {
            await store.Gate.TurnAsync(s_w, session => session.Execute("INSERT INTO workspaces (id, document) VALUES ('w', '{}')"), TestContext.Current.CancellationToken);
        }

        Assert.Contains("is not empty, its table workspaces has rows", Assert.Throws<StorageRefusedException>(() => Move.Run(File, Server)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_a_LeadBot_works_on_or_that_is_not_there_is_not_moved()
    {
        Assert.StartsWith("There is no database ", Assert.Throws<StorageRefusedException>(() => Move.Run(File, Server)).Message, StringComparison.Ordinal);
        using var running = Store.Open(File);
        Assert.StartsWith("Another LeadBot already uses ", Assert.Throws<StorageRefusedException>(() => Move.Run(File, Server)).Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _from.Dispose();
        _to.Dispose();
    }

    private static int Fill(WriteSession session) =>
        session.Execute("INSERT INTO conversations (id, workspace, channel, name, address, document, unopened) VALUES (7, 'w', 'c', 'n', 'a', '{}', 1)")
        + Deal(session, "a", "Ärger & Söhne 🙂", 0.1, null)
        + Deal(session, "B", "", 1e300, 639_080_064_000_000_000)
        + Deal(session, "b", "O'Neill\n\"x\"", 2.5, 1);

    private static int Deal(WriteSession session, string id, string name, double hours, long? closed) => session.Execute(
        """
        INSERT INTO deals (id, workspace, owner, name, state, revision, document, hours_sunk, urgency, listed_times, backed, lost_late, closed_at)
        VALUES ($1, 'w', 'o', $2, 'Open', 1, '{}', $3, 0, 0, $4, 0, $5)
        """,
        id,
        name,
        hours,
        closed is null,
        closed);

    private static List<(string, string, double, int, long?)> Deals(WriteSession session) => session.All(
        "SELECT id, name, hours_sunk, backed, closed_at FROM deals ORDER BY id",
        row => (row.GetString(0), row.GetString(1), row.GetDouble(2), row.GetInt32(3), row.IsDBNull(4) ? (long?)null : row.GetInt64(4)));
}
