-- Whose rows LeadBot sees on this connection. It acts as one of these roles in every transaction (Gate/Scope.cs), and rows of a
-- workspace show themselves to nobody but who said which workspace it is about. Said after migrations, whatever tables they added.
-- An owner who is no superuser sees no rows, either: a migration that changes some has to say NO FORCE ROW LEVEL SECURITY of their table, and then FORCE.

DO $$
DECLARE
    acted_as text := current_setting('role');
    who name;
    tab name;
    whose name;
    what text;
BEGIN
    FOREACH who IN ARRAY ARRAY['leadbot_turns', 'leadbot_delivery', 'leadbot_sweep', 'leadbot_retention'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = who) THEN
            BEGIN
                EXECUTE format('CREATE ROLE %I', who);
            EXCEPTION WHEN duplicate_object OR unique_violation THEN
                -- Roles are the whole server's, and another database of LeadBot's was first.
                NULL;
            END;
        END IF;
        BEGIN
            PERFORM set_config('role', who, true);
            PERFORM set_config('role', acted_as, true);
        EXCEPTION WHEN insufficient_privilege THEN
            EXECUTE format('GRANT %I TO CURRENT_USER' || CASE WHEN current_setting('server_version_num')::int >= 160000 THEN ' WITH INHERIT FALSE' ELSE '' END, who);
        END;
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), who);
    END LOOP;

    -- Turns, and everything else that is done in one workspace.
    FOR tab, whose IN
        SELECT t.relname, c.attname FROM pg_class t JOIN pg_attribute c ON c.attrelid = t.oid AND c.attname = CASE t.relname WHEN 'workspaces' THEN 'id' ELSE 'workspace' END
        WHERE t.relkind = 'r' AND t.relnamespace = current_schema()::regnamespace AND NOT t.relrowsecurity
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', tab);
        -- In a subquery it is worked out once a statement, not once a row.
        EXECUTE format('CREATE POLICY of_the_workspace ON %I TO leadbot_turns USING (%I = (SELECT current_setting(''app.workspace'', true)))', tab, whose);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO leadbot_turns', tab);
    END LOOP;

    -- What is done for all workspaces at once: these tables and columns, and no others.
    FOR who, tab, what IN VALUES
        ('leadbot_delivery', 'deliveries', 'SELECT, UPDATE (lease_until, next_send_at, attempts), DELETE'),
        ('leadbot_delivery', 'conversations', 'SELECT (id, workspace, channel, address, unopened)'),
        ('leadbot_delivery', 'outbox', 'SELECT, UPDATE (sent_at, sent_as, dead_at, dead_because)'),
        ('leadbot_delivery', 'paces', 'SELECT, INSERT, UPDATE'),
        ('leadbot_delivery', 'keys', 'SELECT, INSERT'),
        ('leadbot_sweep', 'people', 'SELECT'),
        ('leadbot_sweep', 'workspaces', 'SELECT'),
        ('leadbot_sweep', 'installations', 'SELECT (workspace, is_organisation, removed_at)'),
        ('leadbot_sweep', 'reports', 'SELECT (workspace, about, at)'),
        ('leadbot_sweep', 'outbox', 'SELECT (workspace, dead_at)'),
        -- So that an import does not take the id of another workspace's.
        ('leadbot_sweep', 'deals', 'SELECT (id)'),
        ('leadbot_retention', 'audit', 'SELECT (id, at), DELETE'),
        ('leadbot_retention', 'processed_events', 'SELECT (id, taken_at), DELETE'),
        ('leadbot_retention', 'outbox', 'SELECT (id, workspace, conversation, said_at, sent_at, dead_at), DELETE'),
        ('leadbot_retention', 'conversations', 'SELECT (id, workspace, channel)'),
        ('leadbot_retention', 'deliveries', 'SELECT (conversation, workspace), DELETE'),
        ('leadbot_retention', 'installations', 'SELECT (removed_at), DELETE'),
        ('leadbot_retention', 'deal_events', 'SELECT (rowid, at, document_before), UPDATE (document_before)'),
        ('leadbot_retention', 'digests', 'SELECT (rowid, at), DELETE'),
        ('leadbot_retention', 'raised', 'SELECT (rowid, workspace, about, at), DELETE'),
        ('leadbot_retention', 'told', 'SELECT (rowid, workspace, about, listed_as_of), DELETE'),
        ('leadbot_retention', 'paces', 'SELECT (spent_until), DELETE')
    LOOP
        EXECUTE format('GRANT %s ON %I TO %I', what, tab, who);
        IF tab <> 'keys' AND NOT EXISTS (SELECT FROM pg_policies WHERE schemaname = current_schema() AND tablename = tab AND policyname = 'of_all_for_' || who) THEN
            EXECUTE format('CREATE POLICY %I ON %I TO %I USING (true)', 'of_all_for_' || who, tab, who);
        END IF;
    END LOOP;

    GRANT SELECT ON "__EFMigrationsHistory" TO PUBLIC;
END
$$;
