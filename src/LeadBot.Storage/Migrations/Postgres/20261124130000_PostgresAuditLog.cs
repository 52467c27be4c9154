using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace LeadBot.Storage.Migrations.Postgres;

/// <summary>What admins did.</summary>
[DbContext(typeof(PostgresDb))]
[Migration("20261124130000_PostgresAuditLog")]
public sealed class PostgresAuditLog : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "audit",
            columns: table => new
            {
                id = table.Column<long>(type: "bigint", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                workspace = table.Column<string>(type: "text", nullable: false, collation: "C"),
                at = table.Column<long>(type: "bigint", nullable: false),
                done_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                act = table.Column<string>(type: "text", nullable: false, collation: "C"),
                about = table.Column<string>(type: "text", nullable: true, collation: "C"),
                was = table.Column<string>(type: "text", nullable: true, collation: "C"),
                became = table.Column<string>(type: "text", nullable: true, collation: "C"),
            },
            constraints: table => table.PrimaryKey("PK_audit", row => row.id));
        migrationBuilder.CreateIndex(name: "IX_audit_workspace_id", table: "audit", columns: ["workspace", "id"]);
    }
}
