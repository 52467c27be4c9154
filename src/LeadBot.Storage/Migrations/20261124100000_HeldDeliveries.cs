using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadBot.Storage.Migrations;

/// <summary>The conversations that are held are found without a look at all that wait. Written by hand: an index and nothing else.</summary>
[DbContext(typeof(LeadBotDb))]
[Migration("20261124100000_HeldDeliveries")]
public sealed class HeldDeliveries : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateIndex(
        name: "deliveries_held",
        table: "deliveries",
        column: "lease_until",
        filter: "lease_until > 0");
}
