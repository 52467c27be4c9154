using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadBot.Storage.Migrations;

/// <summary>What admins did.</summary>
[DbContext(typeof(LeadBotDb))]
[Migration("20261124130000_AuditLog")]
public sealed class AuditLog : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "audit",
            columns: table => new
            {
                id = table.Column<long>(type: "INTEGER", nullable: false),
                workspace = table.Column<string>(type: "TEXT", nullable: false),
                at = table.Column<long>(type: "INTEGER", nullable: false),
                done_by = table.Column<string>(type: "TEXT", nullable: true),
                act = table.Column<string>(type: "TEXT", nullable: false),
                about = table.Column<string>(type: "TEXT", nullable: true),
                was = table.Column<string>(type: "TEXT", nullable: true),
                became = table.Column<string>(type: "TEXT", nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_audit", row => row.id));
        migrationBuilder.CreateIndex(name: "IX_audit_workspace_id", table: "audit", columns: ["workspace", "id"]);
    }
}
