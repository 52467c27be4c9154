using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadBot.Storage.Migrations;

/// <summary>Where the bot was installed through a channel's own pages.</summary>
[DbContext(typeof(LeadBotDb))]
[Migration("20261124110000_Installations")]
public sealed class Installations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        name: "installations",
        columns: table => new
        {
            workspace = table.Column<string>(type: "TEXT", nullable: false),
            is_organisation = table.Column<bool>(type: "INTEGER", nullable: false),
            bot = table.Column<string>(type: "TEXT", nullable: false),
            protected_token = table.Column<string>(type: "TEXT", nullable: true),
            installed_by = table.Column<string>(type: "TEXT", nullable: false),
            installed_at = table.Column<long>(type: "INTEGER", nullable: false),
            removed_at = table.Column<long>(type: "INTEGER", nullable: true),
        },
        constraints: table => table.PrimaryKey("PK_installations", row => row.workspace));
}
