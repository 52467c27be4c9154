using System.Globalization;
using System.Text.RegularExpressions;

namespace LeadBot.Benchmarks.Instances;

/// <summary>
/// The floor: PostgreSQL's own pgbench, with a transaction of the same statements as a turn's that answers a question, on LeadBot's own tables with rows as long
/// as there. It decides nothing, and of what follows the transaction, the message's delivery and its mark, it does nothing.
/// </summary>
internal static partial class Pgbench
{
    private const int RowsEach = 1000;

    /// <param name="database">With LeadBot's tables, empty.</param>
    public static async Task<Floor> RunAsync(DurableServer server, string database, int clients, TimeSpan warmUp, TimeSpan measured)
    {
        var rows = (clients * RowsEach).ToString(CultureInfo.InvariantCulture);
        await server.RunAsync("psql", Rows, "-q", "-v", "ON_ERROR_STOP=1", "-v", $"rows={rows}", "-d", database);
        var script = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(script, Turn);
            await RunAsync(warmUp);
            var printed = await RunAsync(measured);
            return new Floor(Math.Round(Read(PerSecond(), printed)), Read(Average(), printed));
        }
        finally
        {
            File.Delete(script);
        }

        Task<string> RunAsync(TimeSpan time) => server.RunAsync(
            "pgbench", "", "-n", "-M", "prepared", "-c", $"{clients}", "-j", "2", "-T", string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0}"), "-f", script, database);
    }

    private static double Read(Regex figure, string printed) => double.Parse(figure.Match(printed).Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"tps = ([\d.]+)")]
    private static partial Regex PerSecond();

    [GeneratedRegex(@"latency average = ([\d.]+) ms")]
    private static partial Regex Average();

    private const string Rows =
        """
        INSERT INTO workspaces (id, document) VALUES ('w', repeat('x', 190));
        INSERT INTO people (workspace, id, document, digests_unpressed, rules_followed_at, direct_conversation)
            SELECT 'w', 'p' || n, repeat('x', 300), 0, 0, n FROM generate_series(1, :rows) n;
        INSERT INTO conversations (workspace, channel, name, address, document, unopened)
            SELECT 'w', 'botframework', 'c' || n, repeat('x', 350), repeat('x', 170), 0 FROM generate_series(1, :rows) n;
        INSERT INTO deals (id, workspace, owner, name, plain_name, state, revision, document, hours_sunk, urgency, listed_times, backed, lost_late, attention_at)
            SELECT 'd' || n, 'w', 'p' || n, 'Northwind', 'northwind', 'Open', 1, repeat('x', 1000), 0, 0, 0, 0, 0, n FROM generate_series(1, :rows) n;
        """;

    private const string Turn =
        """
        \set n :client_id * 1000 + random(1, 1000)
        \set e random(1, 1000000000000)
        BEGIN ISOLATION LEVEL REPEATABLE READ;
        SELECT pg_try_advisory_xact_lock(:n);
        SELECT response FROM processed_events WHERE workspace = 'w' AND channel = 'botframework' AND event_key = 'e' || :e;
        SELECT document FROM workspaces WHERE id = 'w';
        SELECT document, direct_conversation, heard_through, heard_at FROM people WHERE workspace = 'w' AND id = 'p' || :n;
        SELECT document FROM conversations WHERE workspace = 'w' AND channel = 'botframework' AND name = 'c' || :n;
        SELECT document FROM deals WHERE id = 'd' || :n AND workspace = 'w';
        INSERT INTO deal_events (deal, revision, workspace, at, done_by, channel, event_key, what, undone, document_before)
            SELECT id, :e, 'w', 1, owner, 'botframework', 'e' || :e, repeat('x', 80), 0, document FROM deals WHERE id = 'd' || :n;
        SELECT listed_on, listed_times, listed_as_of, listed_park_on FROM deals WHERE workspace = 'w' AND id = 'd' || :n AND owner = 'p' || :n;
        INSERT INTO deals (id, workspace, owner, name, plain_name, state, revision, document, hours_sunk, urgency, listed_times, backed, lost_late)
            VALUES ('d' || :n, 'w', 'p' || :n, 'Northwind', 'northwind', 'Open', 1, repeat('x', 1000), 0, 0, 0, 0, 0)
            ON CONFLICT (id) DO UPDATE SET revision = deals.revision + 1, document = repeat('y', 1000), attention_at = :e;
        INSERT INTO conversations (workspace, channel, name, address, document, unopened) VALUES ('w', 'botframework', 'c' || :n, repeat('x', 350), repeat('y', 170), 0)
            ON CONFLICT (workspace, channel, name) DO UPDATE SET address = excluded.address, document = excluded.document, gone_at = NULL RETURNING id \gset
        INSERT INTO processed_events (workspace, channel, event_key, taken_at) VALUES ('w', 'botframework', 'e' || :e, :e);
        INSERT INTO outbox (workspace, conversation, card, said_at) VALUES ('w', :id, repeat('x', 1200), :e);
        INSERT INTO deliveries (conversation, workspace, lease_until, next_send_at, attempts) VALUES (:id, 'w', 0, 0, 0) ON CONFLICT (conversation) DO NOTHING;
        UPDATE deliveries SET attempts = attempts WHERE conversation = :id;
        COMMIT;
        """;
}

/// <summary>What pgbench came to.</summary>
/// <param name="PerSecond">Transactions.</param>
/// <param name="AverageMilliseconds">Of one transaction; pgbench prints no percentiles.</param>
internal sealed record Floor(double PerSecond, double AverageMilliseconds);
