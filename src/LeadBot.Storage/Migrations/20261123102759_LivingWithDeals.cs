using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LeadBot.Storage.Migrations
{
    /// <inheritdoc />
    public partial class LivingWithDeals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_deals_workspace_owner",
                table: "deals");

            migrationBuilder.AddColumn<long>(
                name: "rules_changed_at",
                table: "workspaces",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "week_at",
                table: "workspaces",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "covered_until",
                table: "people",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "digest_at",
                table: "people",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "digests_unpressed",
                table: "people",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "direct_conversation",
                table: "people",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "heard_at",
                table: "people",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "heard_through",
                table: "people",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "last_digest_at",
                table: "people",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "last_digest_zone",
                table: "people",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "plain_name",
                table: "people",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "rules_followed_at",
                table: "people",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "team",
                table: "people",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "attention_at",
                table: "deals",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "backed",
                table: "deals",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "closed_at",
                table: "deals",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "crm_id",
                table: "deals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "hours_sunk",
                table: "deals",
                type: "REAL",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<long>(
                name: "listed_as_of",
                table: "deals",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "listed_on",
                table: "deals",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "listed_park_on",
                table: "deals",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "listed_times",
                table: "deals",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "lost_late",
                table: "deals",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "plain_name",
                table: "deals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "stage",
                table: "deals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "urgency",
                table: "deals",
                type: "REAL",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<long>(
                name: "gone_at",
                table: "conversations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "unopened",
                table: "conversations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "deal_events",
                columns: table => new
                {
                    deal = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<long>(type: "INTEGER", nullable: false),
                    workspace = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    done_by = table.Column<string>(type: "TEXT", nullable: true),
                    channel = table.Column<string>(type: "TEXT", nullable: true),
                    event_key = table.Column<string>(type: "TEXT", nullable: true),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    document_before = table.Column<string>(type: "TEXT", nullable: true),
                    undone = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deal_events", x => new { x.deal, x.revision });
                });

            migrationBuilder.CreateTable(
                name: "digests",
                columns: table => new
                {
                    workspace = table.Column<string>(type: "TEXT", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    message = table.Column<long>(type: "INTEGER", nullable: true),
                    pressed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    deals = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_digests", x => new { x.workspace, x.person, x.day, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "raised",
                columns: table => new
                {
                    workspace = table.Column<string>(type: "TEXT", nullable: false),
                    about = table.Column<string>(type: "TEXT", nullable: false),
                    rep = table.Column<string>(type: "TEXT", nullable: false),
                    deal = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    document = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_raised", x => new { x.workspace, x.about });
                });

            migrationBuilder.CreateTable(
                name: "reports",
                columns: table => new
                {
                    workspace = table.Column<string>(type: "TEXT", nullable: false),
                    about = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reports", x => new { x.workspace, x.about });
                });

            migrationBuilder.CreateTable(
                name: "told",
                columns: table => new
                {
                    workspace = table.Column<string>(type: "TEXT", nullable: false),
                    manager = table.Column<string>(type: "TEXT", nullable: false),
                    about = table.Column<string>(type: "TEXT", nullable: false),
                    listed_on = table.Column<int>(type: "INTEGER", nullable: false),
                    listed_times = table.Column<int>(type: "INTEGER", nullable: false),
                    listed_as_of = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_told", x => new { x.workspace, x.manager, x.about });
                });

            migrationBuilder.CreateIndex(
                name: "IX_people_workspace_plain_name",
                table: "people",
                columns: new[] { "workspace", "plain_name" });

            migrationBuilder.CreateIndex(
                name: "people_covered",
                table: "people",
                columns: new[] { "workspace", "covered_until" },
                filter: "covered_until IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "people_due",
                table: "people",
                column: "digest_at",
                filter: "digest_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "people_of_team",
                table: "people",
                columns: new[] { "workspace", "team" },
                filter: "team IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "outbox_dead",
                table: "outbox",
                columns: new[] { "workspace", "dead_at" },
                filter: "dead_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_next_send_at",
                table: "deliveries",
                column: "next_send_at");

            migrationBuilder.CreateIndex(
                name: "deals_closed",
                table: "deals",
                columns: new[] { "workspace", "closed_at" },
                filter: "closed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "deals_finished",
                table: "deals",
                columns: new[] { "workspace", "state" },
                filter: "backed = 1 AND closed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "deals_lost_late",
                table: "deals",
                columns: new[] { "workspace", "hours_sunk" },
                filter: "lost_late = 1");

            migrationBuilder.CreateIndex(
                name: "deals_of_crm",
                table: "deals",
                columns: new[] { "workspace", "crm_id" },
                unique: true,
                filter: "crm_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "deals_wanting_attention",
                table: "deals",
                columns: new[] { "workspace", "owner", "attention_at", "urgency", "id" },
                filter: "attention_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_deals_workspace_owner_plain_name",
                table: "deals",
                columns: new[] { "workspace", "owner", "plain_name" });

            migrationBuilder.CreateIndex(
                name: "deal_events_undoable",
                table: "deal_events",
                column: "at",
                filter: "document_before IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_deal_events_workspace_done_by_at",
                table: "deal_events",
                columns: new[] { "workspace", "done_by", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_digests_workspace_at",
                table: "digests",
                columns: new[] { "workspace", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_raised_at",
                table: "raised",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_raised_deal",
                table: "raised",
                column: "deal");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "deal_events");

            migrationBuilder.DropTable(
                name: "digests");

            migrationBuilder.DropTable(
                name: "raised");

            migrationBuilder.DropTable(
                name: "reports");

            migrationBuilder.DropTable(
                name: "told");

            migrationBuilder.DropIndex(
                name: "IX_people_workspace_plain_name",
                table: "people");

            migrationBuilder.DropIndex(
                name: "people_covered",
                table: "people");

            migrationBuilder.DropIndex(
                name: "people_due",
                table: "people");

            migrationBuilder.DropIndex(
                name: "people_of_team",
                table: "people");

            migrationBuilder.DropIndex(
                name: "outbox_dead",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "IX_deliveries_next_send_at",
                table: "deliveries");

            migrationBuilder.DropIndex(
                name: "deals_closed",
                table: "deals");

            migrationBuilder.DropIndex(
                name: "deals_finished",
                table: "deals");

            migrationBuilder.DropIndex(
                name: "deals_lost_late",
                table: "deals");

            migrationBuilder.DropIndex(
                name: "deals_of_crm",
                table: "deals");

            migrationBuilder.DropIndex(
                name: "deals_wanting_attention",
                table: "deals");

            migrationBuilder.DropIndex(
                name: "IX_deals_workspace_owner_plain_name",
                table: "deals");

            migrationBuilder.DropColumn(
                name: "rules_changed_at",
                table: "workspaces");

            migrationBuilder.DropColumn(
                name: "week_at",
                table: "workspaces");

            migrationBuilder.DropColumn(
                name: "covered_until",
                table: "people");

            migrationBuilder.DropColumn(
                name: "digest_at",
                table: "people");

            migrationBuilder.DropColumn(
                name: "digests_unpressed",
                table: "people");

            migrationBuilder.DropColumn(
                name: "direct_conversation",
                table: "people");

            migrationBuilder.DropColumn(
                name: "heard_at",
                table: "people");

            migrationBuilder.DropColumn(
                name: "heard_through",
                table: "people");

            migrationBuilder.DropColumn(
                name: "last_digest_at",
                table: "people");

            migrationBuilder.DropColumn(
                name: "last_digest_zone",
                table: "people");

            migrationBuilder.DropColumn(
                name: "plain_name",
                table: "people");

            migrationBuilder.DropColumn(
                name: "rules_followed_at",
                table: "people");

            migrationBuilder.DropColumn(
                name: "team",
                table: "people");

            migrationBuilder.DropColumn(
                name: "attention_at",
                table: "deals");

            migrationBuilder.DropColumn(
                name: "backed",
                table: "deals");

            migrationBuilder.DropColumn(
                name: "closed_at",
                table: "deals");

            migrationBuilder.DropColumn(
                name: "crm_id",
                table: "deals");

            migrationBuilder.DropColumn(
                name: "hours_sunk",
                table: "deals");

            migrationBuilder.DropColumn(
                name: "listed_as_of",
                table: "deals");

            migrationBuilder.DropColumn(
                name: "listed_on",
                table: "deals");

            migrationBuilder.DropColumn(
                name: "listed_park_on",
                table: "deals");

            migrationBuilder.DropColumn(
                name: "listed_times",
                table: "deals");

            migrationBuilder.DropColumn(
                name: "lost_late",
                table: "deals");

            migrationBuilder.DropColumn(
                name: "plain_name",
                table: "deals");

            migrationBuilder.DropColumn(
                name: "stage",
                table: "deals");

            migrationBuilder.DropColumn(
                name: "urgency",
                table: "deals");

            migrationBuilder.DropColumn(
                name: "gone_at",
                table: "conversations");

            migrationBuilder.DropColumn(
                name: "unopened",
                table: "conversations");

            migrationBuilder.CreateIndex(
                name: "IX_deals_workspace_owner",
                table: "deals",
                columns: new[] { "workspace", "owner" });
        }
    }
}
