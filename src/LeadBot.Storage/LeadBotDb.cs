using System.Linq.Expressions;
using LeadBot.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace LeadBot.Storage;

/// <summary>
/// The tables. The turn's own path speaks SQL to the same tables, and each of its statements says whose rows it is about; this model
/// makes and migrates them, here on SQLite. Whoever reads through it for a workspace sees that one's rows alone, by a query filter on
/// every table that says whose its rows are; nothing of the product does today.
/// </summary>
public class LeadBotDb : DbContext
{
    /// <param name="options">Which database.</param>
    /// <param name="workspace">Whose rows are seen; null: everybody's, as for migrating and testing.</param>
    public LeadBotDb(DbContextOptions<LeadBotDb> options, string? workspace = null)
        : base(options) => Workspace = workspace;

    /// <summary>For the same on another kind of database.</summary>
    private protected LeadBotDb(DbContextOptions options, string? workspace)
        : base(options) => Workspace = workspace;

    /// <summary>Whose rows are seen; null: everybody's.</summary>
    public string? Workspace { get; }

    public DbSet<WorkspaceRow> Workspaces => Set<WorkspaceRow>();

    public DbSet<PersonRow> People => Set<PersonRow>();

    public DbSet<ConversationRow> Conversations => Set<ConversationRow>();

    public DbSet<DealRow> Deals => Set<DealRow>();

    public DbSet<VerdictRow> Verdicts => Set<VerdictRow>();

    public DbSet<PlaybookRow> Playbooks => Set<PlaybookRow>();

    public DbSet<AnswerCountRow> AnswerCounts => Set<AnswerCountRow>();

    public DbSet<AnswerCountSnapshotRow> AnswerCountSnapshots => Set<AnswerCountSnapshotRow>();

    public DbSet<ProcessedEventRow> ProcessedEvents => Set<ProcessedEventRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();

    public DbSet<DealEventRow> DealEvents => Set<DealEventRow>();

    public DbSet<DigestRow> Digests => Set<DigestRow>();

    public DbSet<ReportRow> Reports => Set<ReportRow>();

    public DbSet<RaisedRow> Raised => Set<RaisedRow>();

    public DbSet<ToldRow> Told => Set<ToldRow>();

    public DbSet<InstallationRow> Installations => Set<InstallationRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<WorkspaceRow>().ToTable("workspaces").HasKey(w => w.Id);
        modelBuilder.Entity<PersonRow>(people =>
        {
            people.ToTable("people").HasKey(p => new { p.Workspace, p.Id });
            people.HasIndex(p => new { p.Workspace, p.PlainName });
            people.HasIndex(p => new { p.Workspace, p.Team }).HasDatabaseName("people_of_team").HasFilter("team IS NOT NULL");
            people.HasIndex(p => new { p.Workspace, p.CoveredUntil }).HasDatabaseName("people_covered").HasFilter("covered_until IS NOT NULL");
            people.HasIndex(p => p.DigestAt).HasDatabaseName("people_due").HasFilter("digest_at IS NOT NULL");
        });
        modelBuilder.Entity<ConversationRow>().ToTable("conversations").HasIndex(c => new { c.Workspace, c.Channel, c.Name }).IsUnique();
        modelBuilder.Entity<DealRow>(deals =>
        {
            deals.ToTable("deals").HasIndex(d => new { d.Workspace, d.Owner, d.PlainName });
            // With the id: names anywhere in a workspace are looked through without reading the deals.
            deals.HasIndex(d => new { d.Workspace, d.PlainName, d.Id }).HasDatabaseName("deals_named");
            // With all that choosing the most urgent ones looks at: only the chosen are read.
            deals.HasIndex(d => new { d.Workspace, d.Owner, d.AttentionAt, d.Urgency, d.Id }).HasDatabaseName("deals_wanting_attention").HasFilter("attention_at IS NOT NULL");
            deals.HasIndex(d => new { d.Workspace, d.ClosedAt }).HasDatabaseName("deals_closed").HasFilter("closed_at IS NOT NULL");
            deals.HasIndex(d => new { d.Workspace, d.State }).HasDatabaseName("deals_finished").HasFilter("backed = 1 AND closed_at IS NOT NULL");
            deals.HasIndex(d => new { d.Workspace, d.HoursSunk }).HasDatabaseName("deals_lost_late").HasFilter("lost_late = 1");
            deals.HasIndex(d => new { d.Workspace, d.CrmId }).IsUnique().HasDatabaseName("deals_of_crm").HasFilter("crm_id IS NOT NULL");
        });
        modelBuilder.Entity<DealEventRow>(events =>
        {
            events.ToTable("deal_events").HasKey(e => new { e.Deal, e.Revision });
            events.HasIndex(e => new { e.Workspace, e.DoneBy, e.At });
            events.HasIndex(e => e.At).HasDatabaseName("deal_events_undoable").HasFilter("document_before IS NOT NULL");
        });
        modelBuilder.Entity<DigestRow>(digests =>
        {
            digests.ToTable("digests").HasKey(d => new { d.Workspace, d.Person, d.Day, d.Kind });
            digests.HasIndex(d => new { d.Workspace, d.At });
        });
        modelBuilder.Entity<ReportRow>().ToTable("reports").HasKey(r => new { r.Workspace, r.About });
        modelBuilder.Entity<RaisedRow>(raised =>
        {
            raised.ToTable("raised").HasKey(r => new { r.Workspace, r.About });
            raised.HasIndex(r => r.Deal);
            raised.HasIndex(r => r.At);
        });
        modelBuilder.Entity<ToldRow>().ToTable("told").HasKey(t => new { t.Workspace, t.Manager, t.About });
        modelBuilder.Entity<InstallationRow>().ToTable("installations").HasKey(i => i.Workspace);
        modelBuilder.Entity<AuditRow>().ToTable("audit").HasIndex(a => new { a.Workspace, a.Id });
        modelBuilder.Entity<VerdictRow>().ToTable("verdicts").HasIndex(v => v.Deal);
        modelBuilder.Entity<PlaybookRow>().ToTable("playbooks").HasKey(p => new { p.Workspace, p.Hash });
        modelBuilder.Entity<AnswerCountRow>().ToTable("answer_counts").HasKey(c => new { c.Workspace, c.Playbook, c.Question, c.Outcome, c.Part });
        modelBuilder.Entity<AnswerCountSnapshotRow>().ToTable("answer_count_snapshots").HasKey(s => new { s.Workspace, s.Day });
        modelBuilder.Entity<ProcessedEventRow>().ToTable("processed_events").HasIndex(e => new { e.Workspace, e.Channel, e.EventKey }).IsUnique();
        modelBuilder.Entity<OutboxRow>(messages =>
        {
            messages.ToTable("outbox").HasIndex(m => new { m.Conversation, m.Id }).HasDatabaseName("outbox_waiting").HasFilter("sent_at IS NULL AND dead_at IS NULL");
            messages.HasIndex(m => new { m.Workspace, m.DeadAt }).HasDatabaseName("outbox_dead").HasFilter("dead_at IS NOT NULL");
        });
        modelBuilder.Entity<DeliveryRow>(deliveries =>
        {
            deliveries.ToTable("deliveries").HasKey(d => d.Conversation);
            deliveries.HasIndex(d => d.NextSendAt);
            deliveries.HasIndex(d => d.LeaseUntil).HasDatabaseName("deliveries_held").HasFilter("lease_until > 0");
        });

        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
        {
            property.SetColumnName(SnakeCase(property.Name));
            // SQLite counts ids up by itself; AUTOINCREMENT would write a second table for every row.
            property.ValueGenerated = ValueGenerated.Never;
        }

        foreach (var table in modelBuilder.Model.GetEntityTypes())
        {
            table.SetQueryFilter(OfTheWorkspace(table));
        }
    }

    /// <summary>One model serves all contexts: of this one, a filter refers to nothing but the property, which each query reads of its own context.</summary>
    private LambdaExpression? OfTheWorkspace(IMutableEntityType table)
    {
        if (table.FindProperty(table.ClrType == typeof(WorkspaceRow) ? nameof(WorkspaceRow.Id) : nameof(Workspace)) is not { PropertyInfo: { } whose })
        {
            return null;
        }

        var row = Expression.Parameter(table.ClrType);
        var workspace = Expression.Property(Expression.Constant(this), nameof(Workspace));
        return Expression.Lambda(
            Expression.OrElse(Expression.Equal(workspace, Expression.Constant(null, typeof(string))), Expression.Equal(Expression.Property(row, whose), workspace)),
            row);
    }

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((letter, at) => at > 0 && char.IsUpper(letter) ? $"_{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
