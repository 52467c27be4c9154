DELETE FROM audit WHERE at < $1 AND id IN (SELECT id FROM audit ORDER BY id LIMIT $2 + 0)
DELETE FROM deliveries WHERE NOT EXISTS (SELECT 1 FROM outbox m WHERE m.workspace = deliveries.workspace AND m.conversation = deliveries.conversation AND m.sent_at IS NULL AND m.dead_at IS NULL)
DELETE FROM deliveries WHERE workspace = $1
DELETE FROM deliveries WHERE workspace = $1 AND NOT EXISTS (SELECT 1 FROM outbox m WHERE m.workspace = deliveries.workspace AND m.conversation = deliveries.conversation AND m.sent_at IS NULL AND m.dead_at IS NULL)
DELETE FROM digests WHERE at < $1 AND rowid IN (SELECT rowid FROM digests ORDER BY rowid LIMIT $2 + 0)
DELETE FROM installations WHERE removed_at < $1
DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE workspace = $1 LIMIT $2 + 0)
DELETE FROM outbox WHERE said_at < $1 AND id IN (SELECT id FROM outbox ORDER BY id LIMIT $2 + 0)
DELETE FROM outbox WHERE workspace = $1 AND conversation = $2
DELETE FROM paces WHERE spent_until < $1
DELETE FROM processed_events WHERE taken_at < $1 AND id IN (SELECT id FROM processed_events ORDER BY id LIMIT $2 + 0)
DELETE FROM told WHERE rowid IN ( SELECT t.rowid FROM told t WHERE NOT EXISTS (SELECT 1 FROM raised r WHERE r.workspace = t.workspace AND r.about = t.about) AND (t.about NOT LIKE $1 || ':%' OR t.listed_as_of < $2) LIMIT $3 + 0)
DELETE FROM verdicts WHERE id IN (SELECT id FROM verdicts WHERE workspace = $1 LIMIT $2 + 0)
INSERT INTO deal_events (deal, revision, workspace, at, done_by, channel, event_key, what, undone, document_before) SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, document FROM deals WHERE id = $1 AND workspace = $3 AND revision = $2 - 1
SELECT 1 FROM
SELECT COUNT(*), MIN(said_at) FROM outbox WHERE sent_at IS NULL AND dead_at IS NULL
SELECT COUNT(*), MIN(said_at) FROM outbox WHERE workspace = $1 AND sent_at IS NULL AND dead_at IS NULL
SELECT c.channel, COUNT(*) FROM outbox m JOIN conversations c ON c.workspace = m.workspace AND c.id = m.conversation WHERE m.said_at < $1 AND m.sent_at IS NULL AND m.dead_at IS NULL AND m.id IN (SELECT id FROM outbox ORDER BY id LIMIT $2 + 0) GROUP BY c.channel
SELECT document FROM workspaces ORDER BY id
SELECT id FROM workspaces ORDER BY id
SELECT id FROM workspaces WHERE json_extract(document, '$.uninstalledAt') IS NOT NULL ORDER BY id
SELECT id FROM workspaces w WHERE json_extract(document, '$.organisation') = $1 AND NOT EXISTS (SELECT 1 FROM installations i WHERE i.workspace = w.id AND i.removed_at IS NULL) ORDER BY id
SELECT id, CASE WHEN week_at IS NULL THEN 0 ELSE 1 END FROM workspaces WHERE week_at IS NULL OR week_at <= $1 ORDER BY id LIMIT $2 + 0
SELECT id, card FROM outbox WHERE workspace = $1
SELECT setval(pg_get_serial_sequence('
SELECT w.id FROM workspaces w WHERE EXISTS (SELECT 1 FROM outbox o WHERE o.workspace = w.id AND o.dead_at IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM reports r WHERE r.workspace = w.id AND r.about = $1 AND r.at > $2)
SELECT workspace, protected_token FROM installations WHERE protected_token IS NOT NULL ORDER BY workspace
SELECT xml FROM keys ORDER BY name
UPDATE deals SET attention_at = 0 WHERE state IN ('Open', 'Parked'); UPDATE deals SET backed = 1 WHERE json_extract(document, '$.kept') IS NOT NULL OR json_extract(document, '$.qualification.verdict') = 'pursue'; -- Seconds since 1970 as ticks since year 1. UPDATE deals SET closed_at = CAST(strftime('%s', json_extract(document, '$.lost.at')) AS INTEGER) * 10000000 + 621355968000000000 WHERE state = 'Lost'; UPDATE people SET digest_at = 0; -- Only a thread or a group chat has a starter. A direct conversation that turned to a deal is its owner's. UPDATE people SET direct_conversation = found.id FROM ( SELECT d.workspace, d.owner, MAX(c.id) AS id FROM conversations c JOIN deals d ON d.id = json_extract(c.document, '$.deal') AND d.workspace = c.workspace WHERE json_extract(c.document, '$.starter') IS NULL GROUP BY d.workspace, d.owner ) AS found WHERE people.workspace = found.workspace AND people.id = found.owner; UPDATE people SET heard_through = found.channel, heard_at = found.address FROM ( SELECT workspace, json_extract(document, '$.starter.id') AS person, channel, address, MAX(id) FROM conversations WHERE json_extract(document, '$.starter') IS NOT NULL GROUP BY workspace, json_extract(document, '$.starter.id') ) AS found WHERE people.workspace = found.workspace AND people.id = found.person AND people.direct_conversation IS NULL;
UPDATE outbox SET conversation = $3 WHERE workspace = $1 AND conversation = $2
UPDATE outbox SET dead_at = $2, dead_because = $3 WHERE workspace = $1 AND sent_at IS NULL AND dead_at IS NULL
UPDATE verdicts SET given_by = $3 WHERE workspace = $1 AND given_by = $2
WITH one AS (
WITH said AS ( SELECT o.id, o.card, o.said_at FROM outbox o JOIN conversations c ON c.workspace = o.workspace AND c.id = o.conversation WHERE c.workspace = $1 AND c.channel = $2 AND c.name = $3 ) SELECT card FROM said WHERE said_at = (SELECT MAX(said_at) FROM said) ORDER BY id
