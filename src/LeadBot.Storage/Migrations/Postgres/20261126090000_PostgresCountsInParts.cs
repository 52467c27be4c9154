using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadBot.Storage.Migrations.Postgres;

/// <summary>The counts of answers come in parts, one for each that writes at the same time.</summary>
[DbContext(typeof(PostgresDb))]
[Migration("20261126090000_PostgresCountsInParts")]
public sealed class PostgresCountsInParts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>(name: "part", table: "answer_counts", type: "integer", nullable: false, defaultValue: 0);
        migrationBuilder.DropPrimaryKey(name: "PK_answer_counts", table: "answer_counts");
        migrationBuilder.AddPrimaryKey(name: "PK_answer_counts", table: "answer_counts", columns: ["workspace", "playbook", "question", "outcome", "part"]);
    }
}
