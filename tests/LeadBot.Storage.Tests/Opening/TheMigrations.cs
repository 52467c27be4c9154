using LeadBot.Storage.Opening;
using Microsoft.EntityFrameworkCore;
using LeadBot.TestKit;

namespace LeadBot.Storage.Tests.Opening;

public sealed class TheMigrations : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string DatabaseFile => Path.Combine(_directory.Path, "leadbot.db");

    [Fact]
    public void They_make_the_model_as_it_is()
    {
        using var db = new DesignTime().CreateDbContext([]);

        Assert.False(db.Database.HasPendingModelChanges(), "Add a migration: dotnet ef migrations add NAME --project src/LeadBot.Storage --startup-project src/LeadBot.Storage");
    }

    [Fact]
    public void An_open_database_has_them_all()
    {
        Store.Open(_directory.Path).Dispose();
        using var db = Db(DatabaseFile);

        Assert.Empty(db.Database.GetPendingMigrations());
        Assert.NotEmpty(db.Database.GetAppliedMigrations());
    }

    [Fact]
    public void A_new_file_is_made_by_one_script_as_all_migrations_would_make_it()
    {
        Store.Open(_directory.Path).Dispose();
        using var fresh = Db(DatabaseFile);
        using var migrated = Db(Path.Combine(_directory.Path, "migrated.db"));
        migrated.Database.Migrate();

        Assert.Equal(Schema(migrated), Schema(fresh));
        Assert.Equal(migrated.Database.GetAppliedMigrations(), fresh.Database.GetAppliedMigrations());

        static List<string> Schema(LeadBotDb db) => db.Database
            .SqlQueryRaw<string>("SELECT sql AS Value FROM sqlite_master WHERE sql IS NOT NULL AND name <> '__EFMigrationsLock'")
            .AsEnumerable().Order(StringComparer.Ordinal).ToList();
    }

    [Fact]
    public void Every_table_but_the_workspaces_own_says_whose_its_rows_are()
    {
        using var db = new DesignTime().CreateDbContext([]);

        Assert.All(db.Model.GetEntityTypes(), table => Assert.NotNull(table.FindProperty(table.GetTableName() == "workspaces" ? "Id" : "Workspace")));
    }

    private static LeadBotDb Db(string file) => new(new DbContextOptionsBuilder<LeadBotDb>().UseSqlite($"Data Source={file};Pooling=False").Options);

    public void Dispose() => _directory.Dispose();
}
