using LeadBot.Storage.Opening;
using LeadBot.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace LeadBot.Storage.Tests.Opening;

/// <summary>Two workspaces with a row each in every table, read through the model for one of them.</summary>
public sealed class RowsSeenThroughTheModel : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public RowsSeenThroughTheModel()
    {
        Store.Open(_directory.Path).Dispose();
        using var tables = Tables(null);
        foreach (var table in tables.Model.GetEntityTypes())
        {
            foreach (var (workspace, number) in new[] { ("one", 1), ("two", 2) })
            {
                var cells = table.GetProperties().Where(column => !column.IsNullable).ToDictionary(column => column.GetColumnName(), column => column.ClrType == typeof(string) ? $"'{workspace}'" : $"{number}");
#pragma warning disable EF1002 // Names and values of the test's own.
                tables.Database.ExecuteSqlRaw($"INSERT INTO {table.GetTableName()} ({string.Join(", ", cells.Keys)}) VALUES ({string.Join(", ", cells.Values)})");
#pragma warning restore EF1002
            }
        }
    }

    public static TheoryData<string> Names => [.. Model().Select(table => table.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_workspace_sees_its_own_rows_alone(string table)
    {
        // In this order: a model that kept the first context's workspace would show its rows to the others.
        Assert.Equal(["one", "two"], Seen(null));
        Assert.Equal(["one"], Seen("one"));
        Assert.Equal(["two"], Seen("two"));
        Assert.Empty(Seen("three"));
        Assert.Empty(Seen(""));

        List<string> Seen(string? workspace)
        {
            using var tables = Tables(workspace);
            var type = tables.Model.FindEntityType(table)!;
            var set = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!.MakeGenericMethod(type.ClrType).Invoke(tables, null)!;
            return [.. set.AsNoTracking().AsEnumerable().Select(row => (string)Whose(type).PropertyInfo!.GetValue(row)!).Order(StringComparer.Ordinal)];
        }
    }

    [Fact]
    public void Every_table_has_the_filter_on_a_server_too_and_only_the_keys_are_nobodys()
    {
        using var server = new PostgresDesignTime().CreateDbContext([]);

        Assert.All(Model(), table => Assert.NotEmpty(table.GetDeclaredQueryFilters()));
        Assert.Equal(["keys"], server.Model.GetEntityTypes().Where(table => table.GetDeclaredQueryFilters().Count == 0).Select(table => table.GetTableName()));
    }

    public void Dispose() => _directory.Dispose();

    private static IProperty Whose(IEntityType table) => table.FindProperty("Workspace") ?? table.FindProperty("Id")!;

    private static IEnumerable<IEntityType> Model()
    {
        using var tables = new DesignTime().CreateDbContext([]);
        return [.. tables.Model.GetEntityTypes()];
    }

    private LeadBotDb Tables(string? workspace) =>
        new(new DbContextOptionsBuilder<LeadBotDb>().UseSqlite($"Data Source={Path.Combine(_directory.Path, "leadbot.db")};Pooling=False").Options, workspace);
}
