using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace LeadBot.Storage;

/// <summary>Lets <c>dotnet ef migrations add NAME --context LeadBotDb</c> read the model of SQLite; it opens no database.</summary>
public sealed class DesignTime : IDesignTimeDbContextFactory<LeadBotDb>
{
    public LeadBotDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<LeadBotDb>().UseSqlite("Data Source=:memory:").Options);
}

/// <summary>The same of PostgreSQL: <c>dotnet ef migrations add NAME --context PostgresDb --output-dir Migrations/Postgres</c>.</summary>
public sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=none").Options);
}
