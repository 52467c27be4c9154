using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace LeadBot.Storage;

/// <summary>Lets <c>dotnet ef migrations add</c> read the model; it opens no database.</summary>
public sealed class DesignTime : IDesignTimeDbContextFactory<LeadBotDb>
{
    public LeadBotDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<LeadBotDb>().UseSqlite("Data Source=:memory:").Options);
}
