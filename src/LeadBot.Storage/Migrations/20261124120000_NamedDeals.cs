using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadBot.Storage.Migrations;

/// <summary>A deal is found by its name in a whole workspace, for managers without a team.</summary>
[DbContext(typeof(LeadBotDb))]
[Migration("20261124120000_NamedDeals")]
public sealed class NamedDeals : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateIndex(
        name: "deals_named",
        table: "deals",
        columns: ["workspace", "plain_name", "id"]);
}
