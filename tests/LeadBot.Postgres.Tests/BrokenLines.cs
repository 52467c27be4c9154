using System.Net.Sockets;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using LeadBot.TestKit;
using Npgsql;

namespace LeadBot.Postgres.Tests;

/// <summary>The line to the server breaks while a job is being committed: the server has it, and nobody here knows.</summary>
public sealed class BrokenLines : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private const int Writers = 16;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_may_have_been_committed_is_not_written_again()
    {
        var server = new NpgsqlConnectionStringBuilder(ServerDatabases.Of(_directory.Path));
        using var line = new Line(_directory.Path, server.Host!);
        using var store = Store.Open(new DatabasePlace.Server(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Host = _directory.Path }.ConnectionString));
        await ConnectAllAsync(store.Gate);
        line.BreakAtCommit();

        var failure = await Assert.ThrowsAnyAsync<NpgsqlException>(() => store.Gate.BackgroundAsync(
            Scope.Of(new("w")),
            session =>
            {
                session.Later("INSERT INTO verdicts (workspace, deal, kind, rule, given_at, given_by, edited, answers) VALUES ('w', 'd', 'Pursue', 'F', 1, 'p', 0, '[]')");
                return true;
            },
            Stop));

        Assert.IsNotType<PostgresException>(failure);
        Assert.True(line.IsBroken);
        Assert.Equal([1], await store.Gate.BackgroundAsync(Scope.Of(new("w")), session => session.All("SELECT COUNT(*) FROM verdicts WHERE workspace = 'w'", row => row.GetInt32(0)), Stop));
    }

    [Fact]
    public async Task What_may_be_kept_twice_is_sent_again_with_its_commit()
    {
        var server = new NpgsqlConnectionStringBuilder(ServerDatabases.Of(_directory.Path));
        using var line = new Line(_directory.Path, server.Host!);
        using var store = Store.Open(new DatabasePlace.Server(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Host = _directory.Path }.ConnectionString));
        await ConnectAllAsync(store.Gate);
        line.BreakAtCommit();

        var kept = await store.Gate.BackgroundAsync(
            Scope.Of(new("w")),
            session =>
            {
                session.MayBeKeptTwice();
                session.Later("INSERT INTO workspaces (id, document) VALUES ('w', '{}') ON CONFLICT (id) DO NOTHING");
                return session.Ask("SELECT COUNT(*) FROM workspaces WHERE id = 'w'", row => row.GetInt32(0));
            },
            Stop);

        Assert.True(line.IsBroken);
        Assert.Equal(1, kept.First);
    }

    [Fact]
    public async Task What_is_not_written_as_it_has_to_be_undoes_the_job_that_was_about_to_commit()
    {
        using var store = Store.Open(new DatabasePlace.Server(ServerDatabases.Of(_directory.Path)!));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => store.Gate.BackgroundAsync(
            Scope.Of(new("w")),
            session =>
            {
                session.Execute("INSERT INTO workspaces (id, document) VALUES ('w', '{}')");
                session.OneLater("It is the wrong workspace.", "UPDATE workspaces SET document = '{}' WHERE id = 'v'");
                session.OneLater("It is no workspace.", "UPDATE workspaces SET document = '{}' WHERE id = ''");
                return true;
            },
            Stop));

        Assert.Equal("It is the wrong workspace.", failure.Message);
        Assert.Equal([0], await store.Gate.BackgroundAsync(Scope.Of(new("w")), session => session.All("SELECT COUNT(*) FROM workspaces WHERE id = 'w'", row => row.GetInt32(0)), Stop));
    }

    [Fact]
    public async Task A_job_that_fails_by_what_it_said_ahead_is_undone_on_its_own_line()
    {
        using var store = Store.Open(new DatabasePlace.Server(ServerDatabases.Of(_directory.Path)!));
        var lines = await ConnectAllAsync(store.Gate);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => store.Gate.BackgroundAsync(
            Scope.Of(new("w")),
            session =>
            {
                session.OneLater("There is no such deal.", "UPDATE deals SET urgency = 1 WHERE workspace = 'w' AND id = 'none'");
                return session.All("SELECT 1", row => row.GetInt32(0));
            },
            Stop));

        Assert.Equal("There is no such deal.", failure.Message);
        Assert.Equal(lines.Order(), (await ConnectAllAsync(store.Gate)).Order());
    }

    public void Dispose() => _directory.Dispose();

    /// <summary>A writer connects with its first job, and sends that anew when it finds no line.</summary>
    /// <returns>The process on the server of each of them.</returns>
    private static async Task<IReadOnlyList<int>> ConnectAllAsync(WriteGate gate)
    {
        using var all = new Barrier(Writers);
        var asked = Enumerable.Range(0, Writers).Select(_ => gate.BackgroundAsync(
            Scope.Of(new("w")),
            session =>
            {
                var line = session.All("SELECT pg_backend_pid()", row => row.GetInt32(0))[0];
                return all.SignalAndWait(TimeSpan.FromMinutes(1), Stop) ? line : 0;
            },
            Stop));
        return await Task.WhenAll(asked);
    }

    /// <summary>Stands before the server's socket.</summary>
    private sealed class Line : IDisposable
    {
        private readonly Socket _entrance = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        private readonly string _server;
        private int _breaksAtCommit;

        public Line(string directory, string server)
        {
            _server = server;
            _entrance.Bind(new UnixDomainSocketEndPoint(Path.Combine(directory, Name)));
            _entrance.Listen();
            _ = AcceptAsync();
        }

        private const string Name = ".s.PGSQL.5432";

        public bool IsBroken { get; private set; }

        /// <summary>The next commit reaches the server and is carried out; its answer does not come back, and the line is gone.</summary>
        public void BreakAtCommit() => _breaksAtCommit = 1;

        public void Dispose() => _entrance.Dispose();

        private async Task AcceptAsync()
        {
            while (true)
            {
                var client = await _entrance.AcceptAsync();
                var server = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await server.ConnectAsync(new UnixDomainSocketEndPoint(Path.Combine(_server, Name)));
                var committing = false;
                _ = CarryAsync(client, server, said => committing |= said.IndexOf("COMMIT"u8) >= 0 && Interlocked.Exchange(ref _breaksAtCommit, 0) == 1);
                _ = CarryAsync(server, client, _ => IsBroken |= committing, until: () => committing);
            }
        }

        private static async Task CarryAsync(Socket from, Socket to, Look look, Func<bool>? until = null)
        {
            using (from)
            using (to)
            {
                var buffer = new byte[65_536];
                for (int read; (read = await from.ReceiveAsync(buffer)) > 0;)
                {
                    look(buffer.AsSpan(0, read));
                    if (until?.Invoke() is true)
                    {
                        return;
                    }

                    await to.SendAsync(buffer.AsMemory(0, read));
                }
            }
        }

        private delegate void Look(ReadOnlySpan<byte> said);
    }
}
