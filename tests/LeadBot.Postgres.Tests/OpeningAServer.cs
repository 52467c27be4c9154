using LeadBot.Host.CommandLine;
using LeadBot.Host.Tests.Turns;
using LeadBot.Storage;
using LeadBot.Storage.Opening;
using LeadBot.TestKit;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LeadBot.Postgres.Tests;

public sealed class OpeningAServer : IDisposable
{
    private const string Secret = "not-for-the-log";

    private readonly TemporaryDirectory _directory = new();

    public OpeningAServer() => Assert.SkipWhen(PostgresPrograms.Missing is not null, PostgresPrograms.Missing ?? "");

    [Fact]
    public void The_migrations_make_the_model_as_it_is()
    {
        using var db = new PostgresDesignTime().CreateDbContext([]);

        Assert.False(
            db.Database.HasPendingModelChanges(),
            "Add a migration: dotnet ef migrations add NAME --context PostgresDb --output-dir Migrations/Postgres --project src/LeadBot.Storage --startup-project src/LeadBot.Storage");
    }

    [Fact]
    public async Task Instances_that_start_at_once_on_an_empty_database_make_its_tables_once()
    {
        var place = new DatabasePlace.Server(PostgresServer.One.Make(empty: true));

        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Store.Open(place), TestContext.Current.CancellationToken)));

        foreach (var store in stores)
        {
            Assert.Equal(0, await store.Gate.TurnAsync(Databases.Local, session => session.All("SELECT COUNT(*) FROM deals", row => row.GetInt32(0))[0], TestContext.Current.CancellationToken));
            store.Dispose();
        }

        using var db = Db(place);
        Assert.Empty(db.Database.GetPendingMigrations());
        PostgresServer.Remove(place.Connection);
    }

    [Fact]
    public void A_release_starts_beside_a_newer_one_that_has_migrated_already()
    {
        var place = new DatabasePlace.Server(PostgresServer.One.Make());
        using (var db = Db(place))
        {
            db.Database.ExecuteSql($"INSERT INTO \"__EFMigrationsHistory\" VALUES ('99991231235959_OfTheNextRelease', '99')");
        }

        Store.Open(place).Dispose();
        Assert.Equal(1, Glance.At(place, Databases.Local, session => session.All("SELECT 1", row => row.GetInt32(0))[0]));
        PostgresServer.Remove(place.Connection);
    }

    [Fact]
    public void Who_only_looks_migrates_nothing_and_says_what_to_do()
    {
        var place = new DatabasePlace.Server(PostgresServer.One.Make(empty: true));
        var name = new NpgsqlConnectionStringBuilder(place.Connection).Database;

        var refusal = Assert.Throws<StorageRefusedException>(() => Glance.At(place, Databases.Local, session => session.All("SELECT 1", row => row.GetInt32(0))[0]));

        Assert.StartsWith($"The database {name} on ", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith("was written by an older LeadBot, or by none: start this one on it once, or run it with \"migrate\".", refusal.Message, StringComparison.Ordinal);
        PostgresServer.Remove(place.Connection);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=leadbot;Username=leadbot;Password=not-for-the-log;Timeout=5", "The PostgreSQL server 127.0.0.1:1 cannot be reached (Connection refused): start it, or see ConnectionStrings:LeadBot.")]
    [InlineData("SOCKET;Database=nowhere;Username=leadbot;Password=not-for-the-log", "The PostgreSQL server SOCKET has no database nowhere: make it (createdb nowhere), or name another one in ConnectionStrings:LeadBot.")]
    [InlineData("SOCKET;Database=postgres;Username=stranger;Password=not-for-the-log", "The PostgreSQL server SOCKET does not let this user in: see the user and password in ConnectionStrings:LeadBot.")]
    [InlineData("Password:not-for-the-log", "ConnectionStrings:LeadBot cannot be read: it looks like Host=db.example.com;Database=leadbot;Username=leadbot;Password=….")]
    [InlineData("Host=db;Port=not-for-the-log", "ConnectionStrings:LeadBot cannot be read: it looks like Host=db.example.com;Database=leadbot;Username=leadbot;Password=….")]
    public void What_cannot_be_opened_is_said_in_one_sentence_without_the_password(string connection, string sentence)
    {
        var socket = new NpgsqlConnectionStringBuilder(PostgresServer.One.Connection("postgres")).Host!;

        var refusal = Assert.Throws<StorageRefusedException>(() => Store.Open(new DatabasePlace.Server(connection.Replace("SOCKET", $"Host={socket}", StringComparison.Ordinal))));

        Assert.Equal(sentence.Replace("SOCKET", socket, StringComparison.Ordinal), refusal.Message);
        Assert.DoesNotContain(Secret, refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_in_another_encoding_is_refused()
    {
        PostgresServer.One.Say("postgres", "CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0");

        var refusal = Assert.Throws<StorageRefusedException>(() => Store.Open(new DatabasePlace.Server(PostgresServer.One.Connection("latin"))));

        Assert.Contains("is not encoded in UTF8", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_who_may_not_make_tables_is_told_so_and_another_may_migrate_first()
    {
        var connection = PostgresServer.One.Make(empty: true);
        PostgresServer.One.Say("postgres", "CREATE USER serving");
        var serving = new NpgsqlConnectionStringBuilder(connection) { Username = "serving" };

        var refusal = Assert.Throws<StorageRefusedException>(() => Store.Open(new DatabasePlace.Server(serving.ConnectionString)));
        Assert.Contains("this user may not make or change LeadBot's tables", refusal.Message, StringComparison.Ordinal);

        using var output = new StringWriter();
        string[] settings = ["--LeadBot:DataDirectory", _directory.Path, "--LeadBot:Database", "postgres", "--ConnectionStrings:LeadBot", connection];
        Assert.Equal(ExitCodes.Done, await MigrateCommand.RunAsync(output, settings));
        Assert.Equal($"The database is up to this release.{Environment.NewLine}", output.ToString());
        refusal = Assert.Throws<StorageRefusedException>(() => Store.Open(new DatabasePlace.Server(serving.ConnectionString)));
        Assert.EndsWith("say GRANT leadbot_turns, leadbot_delivery, leadbot_sweep, leadbot_retention TO serving.", refusal.Message, StringComparison.Ordinal);
        PostgresServer.One.Say("postgres", "GRANT leadbot_turns, leadbot_delivery, leadbot_sweep, leadbot_retention TO serving");
        Store.Open(new DatabasePlace.Server(serving.ConnectionString)).Dispose();
        PostgresServer.Remove(connection);
        PostgresServer.One.Say("postgres", "DROP USER serving");
    }

    public void Dispose() => _directory.Dispose();

    private static PostgresDb Db(DatabasePlace.Server place) => new(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(place.Connection).Options);
}
