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
        using var db = new LeadBotDb(new DbContextOptionsBuilder<LeadBotDb>().UseSqlite($"Data Source={DatabaseFile};Pooling=False").Options);

        Assert.Empty(db.Database.GetPendingMigrations());
        Assert.NotEmpty(db.Database.GetAppliedMigrations());
    }

    [Fact]
    public void Every_table_but_the_workspaces_own_says_whose_its_rows_are()
    {
        using var db = new DesignTime().CreateDbContext([]);

        Assert.All(db.Model.GetEntityTypes(), table => Assert.NotNull(table.FindProperty(table.GetTableName() == "workspaces" ? "Id" : "Workspace")));
    }

    public void Dispose() => _directory.Dispose();
}
