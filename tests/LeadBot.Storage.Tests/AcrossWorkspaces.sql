-- Migrations of the SQLite file, which are about every row there is.
UPDATE deals SET attention_at = 0 WHERE state IN ('Open', 'Parked'); UPDATE deals SET backed = 1 WHERE json_extract(document, '$.kept') IS NOT NULL OR json_extract(document, '$.qualification.verdict') = 'pursue'; -- Seconds since 1970 as ticks since year 1. UPDATE deals SET closed_at = CAST(strftime('%s', json_extract(document, '$.lost.at')) AS INTEGER) * 10000000 + 621355968000000000 WHERE state = 'Lost'; UPDATE people SET digest_at = 0; -- Only a thread or a group chat has a starter. A direct conversation that turned to a deal is its owner's. UPDATE people SET direct_conversation = found.id FROM ( SELECT d.workspace, d.owner, MAX(c.id) AS id FROM conversations c JOIN deals d ON d.id = json_extract(c.document, '$.deal') AND d.workspace = c.workspace WHERE json_extract(c.document, '$.starter') IS NULL GROUP BY d.workspace, d.owner ) AS found WHERE people.workspace = found.workspace AND people.id = found.owner; UPDATE people SET heard_through = found.channel, heard_at = found.address FROM ( SELECT workspace, json_extract(document, '$.starter.id') AS person, channel, address, MAX(id) FROM conversations WHERE json_extract(document, '$.starter') IS NOT NULL GROUP BY workspace, json_extract(document, '$.starter.id') ) AS found WHERE people.workspace = found.workspace AND people.id = found.person AND people.direct_conversation IS NULL;
UPDATE deals SET plain_name = plain(name) WHERE plain_name IS NULL; UPDATE people SET plain_name = plain(json_extract(document, '$.name')) WHERE plain_name IS NULL

-- At the start, on SQLite: the file is this process's alone, and whoever held a conversation is dead.
UPDATE deliveries SET lease_until = 0 WHERE lease_until > 0

-- Pieces of a workspace that uninstalled the bot, or what was chosen in one: the rows are named by the statement within, which names the workspace.
DELETE FROM conversations WHERE id IN (SELECT id FROM conversations WHERE workspace = $1 LIMIT $2 + 0)
DELETE FROM deal_events WHERE rowid IN (SELECT rowid FROM deal_events WHERE workspace = $1 LIMIT $2 + 0)
DELETE FROM deals WHERE rowid IN (SELECT rowid FROM deals WHERE workspace = $1 LIMIT $2 + 0)
DELETE FROM digests WHERE rowid IN (SELECT rowid FROM digests WHERE workspace = $1 LIMIT $2 + 0)
DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE workspace = $1 LIMIT $2 + 0)
DELETE FROM people WHERE rowid IN (SELECT rowid FROM people WHERE workspace = $1 LIMIT $2 + 0)
DELETE FROM processed_events WHERE id IN (SELECT id FROM processed_events WHERE workspace = $1 LIMIT $2 + 0)
DELETE FROM verdicts WHERE id IN (SELECT id FROM verdicts WHERE workspace = $1 LIMIT $2 + 0)
SELECT document, listed_on, listed_times, listed_as_of, listed_park_on, attention_at, urgency FROM deals WHERE rowid IN ( SELECT rowid FROM deals WHERE workspace = $1 AND owner = $2 AND attention_at <= $3 ORDER BY urgency DESC, id LIMIT $4 + 0 ) ORDER BY urgency DESC, id
SELECT id, name FROM deals WHERE id IN ( SELECT * FROM (SELECT id FROM deals WHERE workspace = $1 AND plain_name >= $2 AND plain_name < $3 ORDER BY plain_name LIMIT $5 + 0) AS beginning UNION SELECT * FROM ( SELECT id FROM (SELECT id, plain_name FROM deals WHERE workspace = $1 ORDER BY plain_name LIMIT $6 + 0) AS first WHERE plain_name IS NULL OR instr(' ' || plain_name, $4) > 0 LIMIT $5 + 0) AS bearing) ORDER BY id

-- Names both: people by their workspace, the workspace by its id.
UPDATE people SET rules_followed_at = $3 WHERE workspace = $1 AND id = $2 AND rules_followed_at < (SELECT rules_changed_at FROM workspaces WHERE id = $1)

-- leadbot_retention: once an hour, what is old enough, the oldest first, whosever it is. It reads nothing that anybody said.
DELETE FROM audit WHERE at < $1 AND id IN (SELECT id FROM audit ORDER BY id LIMIT $2 + 0)
DELETE FROM deliveries WHERE NOT EXISTS (SELECT 1 FROM outbox m WHERE m.workspace = deliveries.workspace AND m.conversation = deliveries.conversation AND m.sent_at IS NULL AND m.dead_at IS NULL)
DELETE FROM digests WHERE at < $1 AND rowid IN (SELECT rowid FROM digests ORDER BY rowid LIMIT $2 + 0)
DELETE FROM installations WHERE removed_at < $1
DELETE FROM outbox WHERE said_at < $1 AND id IN (SELECT id FROM outbox ORDER BY id LIMIT $2 + 0)
DELETE FROM paces WHERE spent_until < $1
DELETE FROM processed_events WHERE taken_at < $1 AND id IN (SELECT id FROM processed_events ORDER BY id LIMIT $2 + 0)
DELETE FROM raised WHERE rowid IN (SELECT rowid FROM raised WHERE at < $1 ORDER BY at LIMIT $2 + 0)
DELETE FROM told WHERE rowid IN ( SELECT t.rowid FROM told t WHERE NOT EXISTS (SELECT 1 FROM raised r WHERE r.workspace = t.workspace AND r.about = t.about) AND (t.about NOT LIKE $1 || ':%' OR t.listed_as_of < $2) LIMIT $3 + 0)
SELECT c.channel, COUNT(*) FROM outbox m JOIN conversations c ON c.workspace = m.workspace AND c.id = m.conversation WHERE m.said_at < $1 AND m.sent_at IS NULL AND m.dead_at IS NULL AND m.id IN (SELECT id FROM outbox ORDER BY id LIMIT $2 + 0) GROUP BY c.channel
UPDATE deal_events SET document_before = NULL WHERE rowid IN (SELECT rowid FROM deal_events WHERE document_before IS NOT NULL AND at < $1 ORDER BY at LIMIT $2 + 0)

-- leadbot_delivery: what a channel has to send next, and how much waits in all.
SELECT * FROM ( SELECT d.next_send_at AS due FROM deliveries d CROSS JOIN conversations c WHERE c.id = d.conversation AND c.channel = $1 AND d.next_send_at > $2 ORDER BY d.next_send_at LIMIT 1) AS timed UNION ALL SELECT * FROM ( SELECT d.lease_until FROM deliveries d CROSS JOIN conversations c WHERE c.id = d.conversation AND c.channel = $1 AND d.lease_until > 0 AND d.lease_until > $2 ORDER BY d.lease_until LIMIT 1) AS held ORDER BY due
SELECT COUNT(*), MIN(said_at) FROM outbox WHERE sent_at IS NULL AND dead_at IS NULL
SELECT d.conversation, d.workspace, d.attempts, c.address, c.unopened FROM deliveries d CROSS JOIN conversations c WHERE c.id = d.conversation AND c.channel = $1 AND d.lease_until <= $2 AND d.next_send_at <= $2 ORDER BY d.next_send_at LIMIT $3 + 0
SELECT d.conversation, d.workspace, d.attempts, c.address, c.unopened FROM deliveries d CROSS JOIN conversations c WHERE c.id = d.conversation AND c.channel = $1 AND d.lease_until <= $2 AND d.next_send_at <= $2 ORDER BY d.next_send_at LIMIT $3 + 0 FOR UPDATE OF d SKIP LOCKED

-- leadbot_sweep: who is due, and which workspaces there are for a round to enter one after the other.
SELECT * FROM ( SELECT rowid AS nr, workspace, id, rules_followed_at, document, digests_unpressed, digest_at, last_digest_at, last_digest_zone FROM people WHERE digest_at = $2 AND digest_at <= $1 AND rowid > $3 ORDER BY rowid LIMIT $4 + 0) AS same UNION ALL SELECT * FROM ( SELECT rowid AS nr, workspace, id, rules_followed_at, document, digests_unpressed, digest_at, last_digest_at, last_digest_zone FROM people WHERE digest_at > $2 AND digest_at <= $1 ORDER BY digest_at, rowid LIMIT $4 + 0) AS later ORDER BY digest_at, nr LIMIT $4 + 0
SELECT document FROM workspaces ORDER BY id
SELECT id FROM workspaces ORDER BY id
SELECT id FROM workspaces WHERE json_extract(document, '$.uninstalledAt') IS NOT NULL ORDER BY id
SELECT id, CASE WHEN week_at IS NULL THEN 0 ELSE 1 END FROM workspaces WHERE week_at IS NULL OR week_at <= $1 ORDER BY id LIMIT $2 + 0

-- leadbot_sweep: whether an id that a file brings is taken, so that an import does not write another workspace's deal. Only the id.
SELECT id FROM deals WHERE id = $1

-- `move`, on the SQLite file it comes from: every token is encrypted anew for the server.
SELECT workspace, protected_token FROM installations WHERE protected_token IS NOT NULL ORDER BY workspace
