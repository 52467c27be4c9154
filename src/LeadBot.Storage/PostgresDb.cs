using LeadBot.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LeadBot.Storage;

/// <summary>
/// The same tables on PostgreSQL, so that the same statements find the same: flags are numbers, texts are ordered by their
/// bytes, ids count up, the tables whose rows statements name by <c>rowid</c> have that column. Instances share a pace and keys.
/// </summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options, string? workspace = null) : LeadBotDb(options, workspace)
{
    private static readonly Type[] s_numbered = [typeof(ConversationRow), typeof(VerdictRow), typeof(ProcessedEventRow), typeof(OutboxRow), typeof(AuditRow)];

    private static readonly Type[] s_named = [typeof(PersonRow), typeof(DealRow), typeof(DealEventRow), typeof(DigestRow), typeof(RaisedRow), typeof(ToldRow)];

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PaceRow>().ToTable("paces").HasKey(p => new { p.Workspace, p.Target });
        modelBuilder.Entity<KeyRow>().ToTable("keys").HasKey(k => k.Name);
        base.OnModelCreating(modelBuilder);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
        {
            if (property.ClrType == typeof(string))
            {
                property.SetCollation("C");
            }
            else if (property.ClrType == typeof(bool))
            {
                property.SetValueConverter(new BoolToZeroOneConverter<int>());
            }
        }

        foreach (var row in s_numbered)
        {
            modelBuilder.Entity(row).Property("Id").ValueGeneratedOnAdd().UseIdentityByDefaultColumn();
        }

        foreach (var row in s_named)
        {
            modelBuilder.Entity(row).Property<long>("RowId").HasColumnName("rowid").ValueGeneratedOnAdd().UseIdentityByDefaultColumn();
            modelBuilder.Entity(row).HasIndex("RowId").IsUnique();
        }
    }
}
