using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace LeadBot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PostgresInitial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "answer_count_snapshots",
                columns: table => new
                {
                    workspace = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    day = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    document = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_answer_count_snapshots", x => new { x.workspace, x.day });
                });

            migrationBuilder.CreateTable(
                name: "answer_counts",
                columns: table => new
                {
                    workspace = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    playbook = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    question = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    outcome = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    times = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_answer_counts", x => new { x.workspace, x.playbook, x.question, x.outcome });
                });

            migrationBuilder.CreateTable(
                name: "conversations",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    workspace = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    channel = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    address = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    document = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    unopened = table.Column<int>(type: "integer", nullable: false),
                    gone_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "deal_events",
                columns: table => new
                {
                    deal = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    revision = table.Column<long>(type: "bigint", nullable: false),
                    workspace = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    done_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    channel = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    event_key = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    what = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    document_before = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    undone = table.Column<int>(type: "integer", nullable: false),
                    rowid = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deal_events", x => new { x.deal, x.revision });
                });

            migrationBuilder.CreateTable(
                name: "deals",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    workspace = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    owner = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    revision = table.Column<long>(type: "bigint", nullable: false),
                    document = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    stage = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    closed_at = table.Column<long>(type: "bigint", nullable: true),
                    hours_sunk = table.Column<double>(type: "double precision", nullable: false),
                    attention_at = table.Column<long>(type: "bigint", nullable: true),
                    urgency = table.Column<double>(type: "double precision", nullable: false),
                    listed_on = table.Column<int>(type: "integer", nullable: true),
                    listed_times = table.Column<int>(type: "integer", nullable: false),
                    listed_as_of = table.Column<long>(type: "bigint", nullable: true),
                    listed_park_on = table.Column<int>(type: "integer", nullable: true),
                    plain_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    backed = table.Column<int>(type: "integer", nullable: false),
                    lost_late = table.Column<int>(type: "integer", nullable: false),
                    crm_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    rowid = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "deliveries",
                columns: table => new
                {
                    conversation = table.Column<long>(type: "bigint", nullable: false),
                    workspace = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    lease_until = table.Column<long>(type: "bigint", nullable: false),
                    next_send_at = table.Column<long>(type: "bigint", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deliveries", x => x.conversation);
                });

            migrationBuilder.CreateTable(
                name: "digests",
                columns: table => new
                {
                    workspace = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    day = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    message = table.Column<long>(type: "bigint", nullable: true),
                    pressed_at = table.Column<long>(type: "bigint", nullable: true),
                    deals = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    rowid = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_digests", x => new { x.workspace, x.person, x.day, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "installations",
                columns: table => new
                {
                    workspace = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    is_organisation = table.Column<int>(type: "integer", nullable: false),
                    bot = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    protected_token = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    installed_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    installed_at = table.Column<long>(type: "bigint", nullable: false),
                    removed_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_installations", x => x.workspace);
                });

            migrationBuilder.CreateTable(
                name: "keys",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    xml = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_keys", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    workspace = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    conversation = table.Column<long>(type: "bigint", nullable: false),
                    card = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    said_at = table.Column<long>(type: "bigint", nullable: false),
                    sent_at = table.Column<long>(type: "bigint", nullable: true),
                    sent_as = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    dead_at = table.Column<long>(type: "bigint", nullable: true),
                    dead_because = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "paces",
                columns: table => new
                {
                    workspace = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    target = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    spent_until = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_paces", x => new { x.workspace, x.target });
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    workspace = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    document = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    plain_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    team = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    covered_until = table.Column<int>(type: "integer", nullable: true),
                    direct_conversation = table.Column<long>(type: "bigint", nullable: true),
                    heard_through = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    heard_at = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    digest_at = table.Column<long>(type: "bigint", nullable: true),
                    rules_followed_at = table.Column<long>(type: "bigint", nullable: false),
                    digests_unpressed = table.Column<int>(type: "integer", nullable: false),
                    last_digest_at = table.Column<long>(type: "bigint", nullable: true),
                    last_digest_zone = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    rowid = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people", x => new { x.workspace, x.id });
                });

            migrationBuilder.CreateTable(
                name: "playbooks",
                columns: table => new
                {
                    workspace = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_playbooks", x => new { x.workspace, x.hash });
                });

            migrationBuilder.CreateTable(
                name: "processed_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    workspace = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    channel = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    event_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    taken_at = table.Column<long>(type: "bigint", nullable: false),
                    response = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_processed_events", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "raised",
                columns: table => new
                {
                    workspace = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    about = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    rep = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    deal = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    document = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    rowid = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_raised", x => new { x.workspace, x.about });
                });

            migrationBuilder.CreateTable(
                name: "reports",
                columns: table => new
                {
                    workspace = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    about = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reports", x => new { x.workspace, x.about });
                });

            migrationBuilder.CreateTable(
                name: "told",
                columns: table => new
                {
                    workspace = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    manager = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    about = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    listed_on = table.Column<int>(type: "integer", nullable: false),
                    listed_times = table.Column<int>(type: "integer", nullable: false),
                    listed_as_of = table.Column<long>(type: "bigint", nullable: false),
                    rowid = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_told", x => new { x.workspace, x.manager, x.about });
                });

            migrationBuilder.CreateTable(
                name: "verdicts",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    workspace = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    deal = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    rule = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    given_at = table.Column<long>(type: "bigint", nullable: false),
                    given_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    edited = table.Column<int>(type: "integer", nullable: false),
                    answers = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_verdicts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "workspaces",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    document = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    rules_changed_at = table.Column<long>(type: "bigint", nullable: true),
                    week_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workspaces", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_conversations_workspace_channel_name",
                table: "conversations",
                columns: new[] { "workspace", "channel", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "deal_events_undoable",
                table: "deal_events",
                column: "at",
                filter: "document_before IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_deal_events_rowid",
                table: "deal_events",
                column: "rowid",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_deal_events_workspace_done_by_at",
                table: "deal_events",
                columns: new[] { "workspace", "done_by", "at" });

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
                name: "deals_named",
                table: "deals",
                columns: new[] { "workspace", "plain_name", "id" });

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
                name: "IX_deals_rowid",
                table: "deals",
                column: "rowid",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_deals_workspace_owner_plain_name",
                table: "deals",
                columns: new[] { "workspace", "owner", "plain_name" });

            migrationBuilder.CreateIndex(
                name: "deliveries_held",
                table: "deliveries",
                column: "lease_until",
                filter: "lease_until > 0");

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_next_send_at",
                table: "deliveries",
                column: "next_send_at");

            migrationBuilder.CreateIndex(
                name: "IX_digests_rowid",
                table: "digests",
                column: "rowid",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_digests_workspace_at",
                table: "digests",
                columns: new[] { "workspace", "at" });

            migrationBuilder.CreateIndex(
                name: "outbox_dead",
                table: "outbox",
                columns: new[] { "workspace", "dead_at" },
                filter: "dead_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "outbox_waiting",
                table: "outbox",
                columns: new[] { "conversation", "id" },
                filter: "sent_at IS NULL AND dead_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_people_rowid",
                table: "people",
                column: "rowid",
                unique: true);

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
                name: "IX_processed_events_channel_event_key",
                table: "processed_events",
                columns: new[] { "channel", "event_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_raised_at",
                table: "raised",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_raised_deal",
                table: "raised",
                column: "deal");

            migrationBuilder.CreateIndex(
                name: "IX_raised_rowid",
                table: "raised",
                column: "rowid",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_told_rowid",
                table: "told",
                column: "rowid",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_verdicts_deal",
                table: "verdicts",
                column: "deal");

            using var functions = new System.IO.StreamReader(typeof(PostgresInitial).Assembly.GetManifestResourceStream("Functions.sql"));
            migrationBuilder.Sql(functions.ReadToEnd());
        }
    }
}
