using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadBot.Storage.Migrations;

/// <summary>An event is known by its key within its workspace: what another workspace's was answered is nobody else's.</summary>
[DbContext(typeof(LeadBotDb))]
[Migration("20261125090000_RowsOfAWorkspace")]
public sealed class RowsOfAWorkspace : Migration
{
    internal static void Change(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex(name: "IX_processed_events_channel_event_key", table: "processed_events");
        migrationBuilder.CreateIndex(
            name: "IX_processed_events_workspace_channel_event_key",
            table: "processed_events",
            columns: ["workspace", "channel", "event_key"],
            unique: true);
    }

    protected override void Up(MigrationBuilder migrationBuilder) => Change(migrationBuilder);
}
