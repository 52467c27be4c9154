using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadBot.Storage.Migrations;

/// <summary>
/// Fills the columns of living with deals for rows of release 0.1.0: written by hand, no table changes. Whoever and
/// whatever can be reminded of is due at once; the sweep then works out when that really is.
/// </summary>
[DbContext(typeof(LeadBotDb))]
[Migration("20261124000000_EarlierRows")]
public sealed class EarlierRows : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
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
        """);
}
