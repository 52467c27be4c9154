using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using LeadBot.TestKit;
using Microsoft.Data.Sqlite;

namespace LeadBot.Storage.Tests.Opening;

public sealed class OpeningTheDatabase : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string DatabaseFile => Path.Combine(_directory.Path, "leadbot.db");

    [Fact]
    public void A_missing_directory_is_made()
    {
        var path = Path.Combine(_directory.Path, "a", "b");

        Store.Open(path).Dispose();

        Assert.True(File.Exists(Path.Combine(path, "leadbot.db")));
    }

    [Fact]
    public async Task A_commit_waits_for_the_disk_and_readers_do_not_wait_for_it()
    {
        using var store = Store.Open(_directory.Path);

        Assert.Equal("2", await Setting("PRAGMA synchronous"));
        Assert.Equal("wal", await Setting("PRAGMA journal_mode"));

        Task<string?> Setting(string pragma) => store.Gate.TurnAsync(Scope.Delivery, session => session.First(pragma, row => row.GetString(0)), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_directory_that_cannot_be_made_is_refused()
    {
        var file = Path.Combine(_directory.Path, "file");
        File.WriteAllText(file, "");

        Refuses(Path.Combine(file, "data"), $"The data directory {file}/data cannot be made: make it yourself, or name another one in LeadBot:DataDirectory.");
    }

    [Fact]
    public void A_directory_that_cannot_be_written_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs a directory nobody can write, /proc.");

        Refuses("/proc", "The data directory /proc cannot be written: give this user the right to, or name another one in LeadBot:DataDirectory.");
    }

    [Fact]
    public void A_second_process_is_refused_until_the_first_lets_go()
    {
        using (Store.Open(_directory.Path))
        {
            Refuses(_directory.Path, $"Another LeadBot already uses the data directory {_directory.Path}: stop it, or name another one in LeadBot:DataDirectory.");
        }

        Store.Open(_directory.Path).Dispose();
    }

    [Theory]
    [InlineData("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE held (id INTEGER)")]
    [InlineData("BEGIN IMMEDIATE")]
    public void A_database_locked_by_another_program_is_refused(string locks)
    {
        Store.Open(_directory.Path).Dispose();
        using var other = Connect();
        Run(other, locks);

        Refuses(_directory.Path, $"The database {DatabaseFile} is locked by another program: close it there and start again.");
    }

    [Fact]
    public void A_read_only_database_is_refused()
    {
        Store.Open(_directory.Path).Dispose();
        File.SetAttributes(DatabaseFile, FileAttributes.ReadOnly);

        Refuses(_directory.Path, $"The database {DatabaseFile} is read-only: give this user the right to write it and its directory.");
    }

    [Fact]
    public void A_newer_database_is_refused_and_left_alone()
    {
        Store.Open(_directory.Path).Dispose();
        using (var newer = Connect())
        {
            Run(newer, """INSERT INTO "__EFMigrationsHistory" VALUES ('99991231235959_Newer', '99.0.0')""");
        }

        Refuses(_directory.Path, $"The database {DatabaseFile} was written by a newer LeadBot: start that version, or put a backup back.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5000)]
    public void A_damaged_database_is_refused(int from)
    {
        Store.Open(_directory.Path).Dispose();
        var bytes = File.ReadAllBytes(DatabaseFile);
        Array.Fill(bytes, (byte)'x', from, Math.Min(20_000, bytes.Length - from));
        File.WriteAllBytes(DatabaseFile, bytes);

        Refuses(_directory.Path, $"The database {DatabaseFile} is damaged or not a LeadBot database: put a backup back, or move the file away to start empty.");
    }

    [Fact]
    public void A_database_that_is_a_directory_is_refused()
    {
        Directory.CreateDirectory(DatabaseFile);

        Refuses(_directory.Path, $"The database {DatabaseFile} cannot be opened (SQLite Error 14: 'unable to open database file'): see that it is a file this user may write.");
    }

    [Fact]
    public void A_refusal_lets_go_of_the_directory()
    {
        File.WriteAllText(DatabaseFile, new string('x', 5000));
        Assert.Throws<StorageRefusedException>(() => Store.Open(_directory.Path));
        File.Delete(DatabaseFile);

        Store.Open(_directory.Path).Dispose();
    }

    [Fact]
    public async Task Leases_of_a_dead_predecessor_are_let_go()
    {
        using (var dead = Store.Open(_directory.Path))
        {
            await dead.Gate.TurnAsync(
                Scope.Delivery,
                session => session.Execute("INSERT INTO deliveries (conversation, workspace, lease_until, next_send_at, attempts) VALUES (1, 'local', 500, 400, 2)"),
                TestContext.Current.CancellationToken);
        }

        using var store = Store.Open(_directory.Path);
        Assert.Equal(
            (0L, 400L),
            (await store.Gate.TurnAsync(Scope.Delivery, session => session.All("SELECT lease_until, next_send_at FROM deliveries", row => (row.GetInt64(0), row.GetInt64(1))), TestContext.Current.CancellationToken))[0]);
    }

    public void Dispose() => _directory.Dispose();

    private static void Refuses(string directory, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<StorageRefusedException>(() => Store.Open(directory)).Message);

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
