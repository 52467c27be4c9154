using LeadBot.Host.CommandLine;
using LeadBot.Storage;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using LeadBot.Storage.Tables;
using LeadBot.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace LeadBot.Postgres.Tests;

/// <summary>Two workspaces with a row each in every table, and what a statement that names no workspace comes to.</summary>
public sealed class RowsOfAWorkspace : IDisposable
{
    private static readonly Scope s_one = Scope.Of(new("one"));

    private readonly TemporaryDirectory _directory = new();
    private readonly string _connection;
    private readonly Store _store;

    public RowsOfAWorkspace()
    {
        _connection = ServerDatabases.Of(_directory.Path)!;
        Fill(_connection);
        _store = Store.Open(new DatabasePlace.Server(_connection));
    }

    public static TheoryData<string> Tables => [.. Model().Select(table => table.GetTableName()!)];

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task A_turn_sees_and_changes_nothing_of_another_workspace_whatever_it_says(string table)
    {
        var whose = table == "workspaces" ? "id" : "workspace";

        Assert.Equal(["one"], await SayAsync(s_one, $"SELECT {whose} FROM {table}"));
        Assert.Equal(["one"], await SayAsync(s_one, $"UPDATE {table} SET {whose} = {whose} RETURNING {whose}"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => SayAsync(s_one, $"UPDATE {table} SET {whose} = 'two' RETURNING {whose}"))).SqlState);
        Assert.Equal(["one"], await SayAsync(s_one, $"DELETE FROM {table} RETURNING {whose}"));
        Assert.Equal(["two"], Ask(_connection, $"SELECT {whose} FROM {table}"));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Who_says_no_workspace_sees_nothing(string table)
    {
        Assert.Empty(Ask(_connection, $"SELECT * FROM {table}", actAs: "leadbot_turns"));
        // And in a connection in which one was said before, for a transaction that is over.
        Assert.Empty(Ask(_connection, $"SELECT * FROM {table}", "BEGIN; SELECT set_config('app.workspace', 'one', true); COMMIT", actAs: "leadbot_turns"));
    }

    [Fact]
    public void The_model_shows_a_workspace_its_own_rows_alone()
    {
        foreach (var (workspace, seen) in new (string?, int)[] { ("one", 1), ("two", 1), ("three", 0), (null, 2) })
        {
            using var tables = new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(_connection).Options, workspace);
            Assert.Equal((seen, seen, seen, seen), (tables.Workspaces.Count(), tables.Deals.Count(), tables.Outbox.Count(), tables.Set<PaceRow>().Count()));
        }
    }

    /// <summary>Granted per column where a table has more than they need.</summary>
    [Theory]
    [InlineData("leadbot_delivery", "conversations(address, channel, id, unopened, workspace) deliveries keys outbox paces", "deliveries(attempts, lease_until, next_send_at) outbox(dead_at, dead_because, sent_as, sent_at) paces")]
    [InlineData("leadbot_sweep", "deals(id) installations(is_organisation, removed_at, workspace) outbox(dead_at, workspace) people reports workspaces", "")]
    [InlineData("leadbot_retention", "audit(at, id) conversations(channel, id, workspace) deal_events(at, document_before, rowid) deliveries(conversation, workspace) digests(at, rowid) installations(removed_at) outbox(conversation, dead_at, id, said_at, sent_at, workspace) paces(spent_until) processed_events(id, taken_at) raised(about, at, rowid, workspace) told(about, listed_as_of, rowid, workspace)", "deal_events(document_before)")]
    public void Who_goes_round_all_workspaces_may_touch_only_what_that_needs(string role, string reads, string changes)
    {
        Assert.Equal(reads, Granted("SELECT"));
        Assert.Equal(changes, Granted("UPDATE"));

        string Granted(string what) => string.Join(' ', Ask(
            _connection,
            $"""
            SELECT t.relname || CASE WHEN COUNT(*) = COUNT(*) FILTER (WHERE may) THEN '' ELSE '(' || string_agg(c.attname, ', ' ORDER BY c.attname) FILTER (WHERE may) || ')' END
            FROM pg_class t JOIN pg_attribute c ON c.attrelid = t.oid AND c.attnum > 0 AND NOT c.attisdropped, has_column_privilege('{role}', t.oid, c.attnum, '{what}') may
            WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace AND t.relname <> '__EFMigrationsHistory'
            GROUP BY t.relname HAVING bool_or(may) ORDER BY t.relname
            """));
    }

    [Fact]
    public async Task Delivery_and_the_sweep_do_not_see_deals()
    {
        foreach (var scope in new[] { Scope.Delivery, Scope.Sweep, Scope.Retention })
        {
            var refusal = await Assert.ThrowsAsync<PostgresException>(() => SayAsync(scope, "SELECT document FROM deals"));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
        }

        Assert.Equal(["one", "two"], (await SayAsync(Scope.Delivery, "SELECT workspace FROM outbox")).Order());
        Assert.Equal(["one", "two"], (await SayAsync(Scope.Sweep, "SELECT workspace FROM people")).Order());
    }

    [Fact]
    public async Task A_job_that_goes_on_to_another_workspace_leaves_the_first_behind_and_what_is_undone_comes_back_to_it()
    {
        var seen = await _store.Gate.TurnAsync(
            Scope.Sweep,
            session =>
            {
                session.Enter(s_one);
                var failure = session.Attempt(part =>
                {
                    part.Enter(Scope.Of(new("two")));
                    Assert.Equal(["two"], Deals(part));
                    throw new InvalidOperationException();
                });
                Assert.IsType<InvalidOperationException>(failure);
                var after = Deals(session);
                Assert.Equal(["two"], session.In(Scope.Of(new("two")), () => Deals(session)));
                return (After: Assert.Single(after), Now: Assert.Single(Deals(session)));
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(("one", "one"), seen);

        static List<string> Deals(WriteSession session) => session.All("SELECT workspace FROM deals", row => row.GetString(0));
    }

    [Fact]
    public async Task An_owner_without_any_other_right_migrates_serves_and_sees_nothing_outside_a_turn()
    {
        PostgresServer.One.Say("postgres", "CREATE ROLE landlord LOGIN CREATEROLE");
        var empty = new NpgsqlConnectionStringBuilder(PostgresServer.One.Make(empty: true));
        PostgresServer.One.Say("postgres", $"ALTER DATABASE {empty.Database} OWNER TO landlord");
        PostgresServer.One.Say(empty.Database!, "ALTER SCHEMA public OWNER TO landlord");
        var owner = new NpgsqlConnectionStringBuilder(empty.ConnectionString) { Username = "landlord" }.ConnectionString;
        Store.Open(_directory.Path + "/file").Dispose();

        using var output = new StringWriter();
        Assert.Equal(ExitCodes.Done, await MoveCommand.RunAsync(output, ["--LeadBot:DataDirectory", _directory.Path + "/file", "--LeadBot:Database", "postgres", "--ConnectionStrings:LeadBot", owner], TestContext.Current.CancellationToken));
        Fill(empty.ConnectionString);

        using (var store = Store.Open(new DatabasePlace.Server(owner)))
        {
            Assert.Equal(1, await store.Gate.TurnAsync(s_one, session => session.All("SELECT 1 FROM deals", row => 1).Count, TestContext.Current.CancellationToken));
        }

        Assert.Empty(Ask(owner, "SELECT * FROM verdicts"));
        PostgresServer.Remove(empty.ConnectionString);
        PostgresServer.One.Say("postgres", "DROP ROLE landlord");
    }

    [Fact]
    public async Task The_two_users_of_the_shipped_script_migrate_and_serve_and_the_latter_may_do_nothing_by_itself()
    {
        // The server has the four roles already; the script says so, and goes on.
        Assert.Empty(PostgresServer.One.Run("psql", "--dbname", "postgres", "--quiet", "--file", PostgresServer.RolesScript()));
        var made = new NpgsqlConnectionStringBuilder(PostgresServer.One.Connection("leadbot"));
        string As(string user) => new NpgsqlConnectionStringBuilder(made.ConnectionString) { Username = user }.ConnectionString;

        Store.Open(new DatabasePlace.Server(As("leadbot_owner"))).Dispose();
        Fill(made.ConnectionString);
        using (var store = Store.Open(new DatabasePlace.Server(As("leadbot_serving"))))
        {
            Assert.Equal(1, await store.Gate.TurnAsync(s_one, session => session.All("SELECT 1 FROM deals", row => 1).Count, TestContext.Current.CancellationToken));
        }

        Assert.All(Model(), table => Assert.Empty(Ask(As("leadbot_owner"), $"SELECT * FROM {table.GetTableName()}")));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, Assert.Throws<PostgresException>(() => Ask(As("leadbot_serving"), "SELECT * FROM deals")).SqlState);
        PostgresServer.Remove(made.ConnectionString);
        PostgresServer.One.Say("postgres", "DROP ROLE leadbot_owner, leadbot_serving");
    }

    public void Dispose()
    {
        _store.Dispose();
        _directory.Dispose();
    }

    private Task<List<string>> SayAsync(Scope scope, string sql) =>
        _store.Gate.TurnAsync(scope, session => session.All(sql, row => row.GetString(0)), TestContext.Current.CancellationToken);

    private static IEnumerable<IEntityType> Model()
    {
        using var db = new PostgresDesignTime().CreateDbContext([]);
        return [.. db.Model.GetEntityTypes().Where(table => table.GetTableName() != "keys")];
    }

    private static void Fill(string connection)
    {
        foreach (var table in Model())
        {
            foreach (var (workspace, number) in new[] { ("one", 1), ("two", 2) })
            {
                var cells = table.GetProperties().Where(column => !column.IsNullable && column.ValueGenerated == ValueGenerated.Never).Select(column => (
                    Name: $"\"{column.GetColumnName()}\"",
                    Value: column.ClrType == typeof(string) ? column.GetColumnName() == "document" ? "'{}'" : $"'{workspace}'" : $"{number}")).ToList();
                Ask(connection, $"INSERT INTO {table.GetTableName()} ({string.Join(", ", cells.Select(cell => cell.Name))}) VALUES ({string.Join(", ", cells.Select(cell => cell.Value))})");
            }
        }
    }

    private static List<string> Ask(string connection, string sql, string? first = null, string? actAs = null)
    {
        using var opened = new NpgsqlConnection(connection);
        opened.Open();
        foreach (var statement in new[] { first, actAs is null ? null : $"SET ROLE {actAs}" }.OfType<string>())
        {
            using var before = Command(opened, statement);
            before.ExecuteNonQuery();
        }

        using var command = Command(opened, sql);
        using var rows = command.ExecuteReader();
        var said = new List<string>();
        while (rows.Read())
        {
            said.Add(rows.GetValue(0).ToString()!);
        }

        return said;
    }

#pragma warning disable CA2100 // Written by the test itself.
    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql) => new(sql, connection);
#pragma warning restore CA2100
}
