using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadBot.Storage.Migrations.Postgres;

/// <inheritdoc cref="RowsOfAWorkspace"/>
[DbContext(typeof(PostgresDb))]
[Migration("20261125090000_PostgresRowsOfAWorkspace")]
public sealed class PostgresRowsOfAWorkspace : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        RowsOfAWorkspace.Change(migrationBuilder);
        // In a table that is still empty all indexes seem alike, and PostgreSQL takes the newest: to find a row by its workspace and its
        // key that has to be the key's, or a first import looks through the whole workspace for each of its lines.
        Renew("conversations", "id");
        Renew("deal_events", "deal", "revision");
        Renew("deals", "id");
        Renew("deliveries", "conversation");
        Renew("digests", "workspace", "person", "day", "kind");
        Renew("people", "workspace", "id");
        Renew("raised", "workspace", "about");

        void Renew(string table, params string[] key)
        {
            migrationBuilder.DropPrimaryKey($"PK_{table}", table);
            migrationBuilder.AddPrimaryKey($"PK_{table}", table, key);
        }
    }
}
