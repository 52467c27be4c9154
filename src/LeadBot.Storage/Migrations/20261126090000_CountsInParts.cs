using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadBot.Storage.Migrations;

/// <summary>The counts of answers come in parts, one for each that writes at the same time. SQLite adds no column to a key, so the table is made anew.</summary>
[DbContext(typeof(LeadBotDb))]
[Migration("20261126090000_CountsInParts")]
public sealed class CountsInParts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.RenameTable(name: "answer_counts", newName: "answer_counts_before");
        migrationBuilder.CreateTable(
            name: "answer_counts",
            columns: table => new
            {
                workspace = table.Column<string>(type: "TEXT", nullable: false),
                playbook = table.Column<string>(type: "TEXT", nullable: false),
                question = table.Column<string>(type: "TEXT", nullable: false),
                outcome = table.Column<string>(type: "TEXT", nullable: false),
                part = table.Column<int>(type: "INTEGER", nullable: false),
                times = table.Column<long>(type: "INTEGER", nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_answer_counts", row => new { row.workspace, row.playbook, row.question, row.outcome, row.part }));
        migrationBuilder.Sql(
            """
            -- What was counted before is one part of it.
            INSERT INTO answer_counts (workspace, playbook, question, outcome, part, times)
            SELECT workspace, playbook, question, outcome, 0, times FROM answer_counts_before;
            """);
        migrationBuilder.DropTable(name: "answer_counts_before");
    }
}
