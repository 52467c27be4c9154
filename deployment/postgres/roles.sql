-- For a server whose users may do no more than they must; said once by an administrator: psql --file roles.sql
-- Then give the two users passwords: \password leadbot_owner, \password leadbot_serving

-- What LeadBot acts as; `migrate` says what each may see.
CREATE ROLE leadbot_turns;
CREATE ROLE leadbot_delivery;
CREATE ROLE leadbot_sweep;
CREATE ROLE leadbot_retention;

-- The user of `migrate` and `move`, who by itself sees no row of the tables it owns, and the user of the instances, who may do nothing by itself.
CREATE ROLE leadbot_owner LOGIN NOINHERIT;
CREATE ROLE leadbot_serving LOGIN NOINHERIT;
GRANT leadbot_turns, leadbot_delivery, leadbot_sweep, leadbot_retention TO leadbot_owner, leadbot_serving;

-- Their database. Who inherits nothing has to be let into its schema by name, even as the owner.
CREATE DATABASE leadbot OWNER leadbot_owner ENCODING 'UTF8' TEMPLATE template0;
\connect leadbot
GRANT CREATE ON SCHEMA public TO leadbot_owner;
