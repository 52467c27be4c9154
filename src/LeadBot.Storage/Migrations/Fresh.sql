CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

BEGIN TRANSACTION;
CREATE TABLE "answer_count_snapshots" (
    "workspace" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    CONSTRAINT "PK_answer_count_snapshots" PRIMARY KEY ("workspace", "day")
);

CREATE TABLE "answer_counts" (
    "workspace" TEXT NOT NULL,
    "playbook" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "times" INTEGER NOT NULL,
    CONSTRAINT "PK_answer_counts" PRIMARY KEY ("workspace", "playbook", "question", "outcome")
);

CREATE TABLE "conversations" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_conversations" PRIMARY KEY,
    "workspace" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "document" TEXT NOT NULL
);

CREATE TABLE "deals" (
    "id" TEXT NOT NULL CONSTRAINT "PK_deals" PRIMARY KEY,
    "workspace" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "document" TEXT NOT NULL
);

CREATE TABLE "deliveries" (
    "conversation" INTEGER NOT NULL CONSTRAINT "PK_deliveries" PRIMARY KEY,
    "workspace" TEXT NOT NULL,
    "lease_until" INTEGER NOT NULL,
    "next_send_at" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL
);

CREATE TABLE "outbox" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_outbox" PRIMARY KEY,
    "workspace" TEXT NOT NULL,
    "conversation" INTEGER NOT NULL,
    "card" TEXT NOT NULL,
    "said_at" INTEGER NOT NULL,
    "sent_at" INTEGER NULL,
    "sent_as" TEXT NULL,
    "dead_at" INTEGER NULL,
    "dead_because" TEXT NULL
);

CREATE TABLE "people" (
    "workspace" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    CONSTRAINT "PK_people" PRIMARY KEY ("workspace", "id")
);

CREATE TABLE "playbooks" (
    "workspace" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    CONSTRAINT "PK_playbooks" PRIMARY KEY ("workspace", "hash")
);

CREATE TABLE "processed_events" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_processed_events" PRIMARY KEY,
    "workspace" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "event_key" TEXT NOT NULL,
    "taken_at" INTEGER NOT NULL,
    "response" TEXT NULL
);

CREATE TABLE "verdicts" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_verdicts" PRIMARY KEY,
    "workspace" TEXT NOT NULL,
    "deal" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "given_at" INTEGER NOT NULL,
    "given_by" TEXT NOT NULL,
    "edited" INTEGER NOT NULL,
    "answers" TEXT NOT NULL
);

CREATE TABLE "workspaces" (
    "id" TEXT NOT NULL CONSTRAINT "PK_workspaces" PRIMARY KEY,
    "document" TEXT NOT NULL
);

CREATE UNIQUE INDEX "IX_conversations_workspace_channel_name" ON "conversations" ("workspace", "channel", "name");

CREATE INDEX "IX_deals_workspace_owner" ON "deals" ("workspace", "owner");

CREATE INDEX "outbox_waiting" ON "outbox" ("conversation", "id") WHERE sent_at IS NULL AND dead_at IS NULL;

CREATE UNIQUE INDEX "IX_processed_events_channel_event_key" ON "processed_events" ("channel", "event_key");

CREATE INDEX "IX_verdicts_deal" ON "verdicts" ("deal");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261123061844_Initial', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
DROP INDEX "IX_deals_workspace_owner";

ALTER TABLE "workspaces" ADD "rules_changed_at" INTEGER NULL;

ALTER TABLE "workspaces" ADD "week_at" INTEGER NULL;

ALTER TABLE "people" ADD "covered_until" INTEGER NULL;

ALTER TABLE "people" ADD "digest_at" INTEGER NULL;

ALTER TABLE "people" ADD "digests_unpressed" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "people" ADD "direct_conversation" INTEGER NULL;

ALTER TABLE "people" ADD "heard_at" TEXT NULL;

ALTER TABLE "people" ADD "heard_through" TEXT NULL;

ALTER TABLE "people" ADD "last_digest_at" INTEGER NULL;

ALTER TABLE "people" ADD "last_digest_zone" TEXT NULL;

ALTER TABLE "people" ADD "plain_name" TEXT NULL;

ALTER TABLE "people" ADD "rules_followed_at" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "people" ADD "team" TEXT NULL;

ALTER TABLE "deals" ADD "attention_at" INTEGER NULL;

ALTER TABLE "deals" ADD "backed" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "deals" ADD "closed_at" INTEGER NULL;

ALTER TABLE "deals" ADD "crm_id" TEXT NULL;

ALTER TABLE "deals" ADD "hours_sunk" REAL NOT NULL DEFAULT 0.0;

ALTER TABLE "deals" ADD "listed_as_of" INTEGER NULL;

ALTER TABLE "deals" ADD "listed_on" INTEGER NULL;

ALTER TABLE "deals" ADD "listed_park_on" INTEGER NULL;

ALTER TABLE "deals" ADD "listed_times" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "deals" ADD "lost_late" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "deals" ADD "plain_name" TEXT NULL;

ALTER TABLE "deals" ADD "stage" TEXT NULL;

ALTER TABLE "deals" ADD "urgency" REAL NOT NULL DEFAULT 0.0;

ALTER TABLE "conversations" ADD "gone_at" INTEGER NULL;

ALTER TABLE "conversations" ADD "unopened" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "deal_events" (
    "deal" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "workspace" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "done_by" TEXT NULL,
    "channel" TEXT NULL,
    "event_key" TEXT NULL,
    "what" TEXT NOT NULL,
    "document_before" TEXT NULL,
    "undone" INTEGER NOT NULL,
    CONSTRAINT "PK_deal_events" PRIMARY KEY ("deal", "revision")
);

CREATE TABLE "digests" (
    "workspace" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "message" INTEGER NULL,
    "pressed_at" INTEGER NULL,
    "deals" TEXT NULL,
    CONSTRAINT "PK_digests" PRIMARY KEY ("workspace", "person", "day", "kind")
);

CREATE TABLE "raised" (
    "workspace" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "rep" TEXT NOT NULL,
    "deal" TEXT NULL,
    "at" INTEGER NOT NULL,
    "document" TEXT NOT NULL,
    CONSTRAINT "PK_raised" PRIMARY KEY ("workspace", "about")
);

CREATE TABLE "reports" (
    "workspace" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "PK_reports" PRIMARY KEY ("workspace", "about")
);

CREATE TABLE "told" (
    "workspace" TEXT NOT NULL,
    "manager" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "listed_on" INTEGER NOT NULL,
    "listed_times" INTEGER NOT NULL,
    "listed_as_of" INTEGER NOT NULL,
    CONSTRAINT "PK_told" PRIMARY KEY ("workspace", "manager", "about")
);

CREATE INDEX "IX_people_workspace_plain_name" ON "people" ("workspace", "plain_name");

CREATE INDEX "people_covered" ON "people" ("workspace", "covered_until") WHERE covered_until IS NOT NULL;

CREATE INDEX "people_due" ON "people" ("digest_at") WHERE digest_at IS NOT NULL;

CREATE INDEX "people_of_team" ON "people" ("workspace", "team") WHERE team IS NOT NULL;

CREATE INDEX "outbox_dead" ON "outbox" ("workspace", "dead_at") WHERE dead_at IS NOT NULL;

CREATE INDEX "IX_deliveries_next_send_at" ON "deliveries" ("next_send_at");

CREATE INDEX "deals_closed" ON "deals" ("workspace", "closed_at") WHERE closed_at IS NOT NULL;

CREATE INDEX "deals_finished" ON "deals" ("workspace", "state") WHERE backed = 1 AND closed_at IS NOT NULL;

CREATE INDEX "deals_lost_late" ON "deals" ("workspace", "hours_sunk") WHERE lost_late = 1;

CREATE UNIQUE INDEX "deals_of_crm" ON "deals" ("workspace", "crm_id") WHERE crm_id IS NOT NULL;

CREATE INDEX "deals_wanting_attention" ON "deals" ("workspace", "owner", "attention_at", "urgency", "id") WHERE attention_at IS NOT NULL;

CREATE INDEX "IX_deals_workspace_owner_plain_name" ON "deals" ("workspace", "owner", "plain_name");

CREATE INDEX "deal_events_undoable" ON "deal_events" ("at") WHERE document_before IS NOT NULL;

CREATE INDEX "IX_deal_events_workspace_done_by_at" ON "deal_events" ("workspace", "done_by", "at");

CREATE INDEX "IX_digests_workspace_at" ON "digests" ("workspace", "at");

CREATE INDEX "IX_raised_at" ON "raised" ("at");

CREATE INDEX "IX_raised_deal" ON "raised" ("deal");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261123102759_LivingWithDeals', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
UPDATE deals SET attention_at = 0 WHERE state IN ('Open', 'Parked');

UPDATE deals SET backed = 1 WHERE json_extract(document, '$.kept') IS NOT NULL OR json_extract(document, '$.qualification.verdict') = 'pursue';

-- Seconds since 1970 as ticks since year 1.
UPDATE deals SET closed_at = CAST(strftime('%s', json_extract(document, '$.lost.at')) AS INTEGER) * 10000000 + 621355968000000000 WHERE state = 'Lost';

UPDATE people SET digest_at = 0;

-- Only a thread or a group chat has a starter. A direct conversation that turned to a deal is its owner's.
UPDATE people SET direct_conversation = found.id
FROM (
    SELECT d.workspace, d.owner, MAX(c.id) AS id FROM conversations c JOIN deals d ON d.id = json_extract(c.document, '$.deal') AND d.workspace = c.workspace
    WHERE json_extract(c.document, '$.starter') IS NULL GROUP BY d.workspace, d.owner
) AS found
WHERE people.workspace = found.workspace AND people.id = found.owner;

UPDATE people SET heard_through = found.channel, heard_at = found.address
FROM (
    SELECT workspace, json_extract(document, '$.starter.id') AS person, channel, address, MAX(id) FROM conversations
    WHERE json_extract(document, '$.starter') IS NOT NULL GROUP BY workspace, json_extract(document, '$.starter.id')
) AS found
WHERE people.workspace = found.workspace AND people.id = found.person AND people.direct_conversation IS NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261124000000_EarlierRows', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE INDEX "deliveries_held" ON "deliveries" ("lease_until") WHERE lease_until > 0;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261124100000_HeldDeliveries', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "installations" (
    "workspace" TEXT NOT NULL CONSTRAINT "PK_installations" PRIMARY KEY,
    "is_organisation" INTEGER NOT NULL,
    "bot" TEXT NOT NULL,
    "protected_token" TEXT NULL,
    "installed_by" TEXT NOT NULL,
    "installed_at" INTEGER NOT NULL,
    "removed_at" INTEGER NULL
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261124110000_Installations', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE INDEX "deals_named" ON "deals" ("workspace", "plain_name", "id");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261124120000_NamedDeals', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "audit" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_audit" PRIMARY KEY,
    "workspace" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "done_by" TEXT NULL,
    "act" TEXT NOT NULL,
    "about" TEXT NULL,
    "was" TEXT NULL,
    "became" TEXT NULL
);

CREATE INDEX "IX_audit_workspace_id" ON "audit" ("workspace", "id");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261124130000_AuditLog', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
DROP INDEX "IX_processed_events_channel_event_key";

CREATE UNIQUE INDEX "IX_processed_events_workspace_channel_event_key" ON "processed_events" ("workspace", "channel", "event_key");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261125090000_RowsOfAWorkspace', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "answer_counts" RENAME TO "answer_counts_before";

CREATE TABLE "answer_counts" (
    "workspace" TEXT NOT NULL,
    "playbook" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "times" INTEGER NOT NULL,
    CONSTRAINT "PK_answer_counts" PRIMARY KEY ("workspace", "playbook", "question", "outcome", "part")
);

-- What was counted before is one part of it.
INSERT INTO answer_counts (workspace, playbook, question, outcome, part, times)
SELECT workspace, playbook, question, outcome, 0, times FROM answer_counts_before;

DROP TABLE "answer_counts_before";

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126090000_CountsInParts', '10.0.15');

COMMIT;

