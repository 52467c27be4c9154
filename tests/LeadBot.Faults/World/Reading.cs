using LeadBot.Faults.Checking;
using LeadBot.TestKit;
using Npgsql;

namespace LeadBot.Faults.World;

/// <summary>What the checker has to know of the database.</summary>
internal static class Reading
{
    /// <summary>The database as it is, of what was said since.</summary>
    public static async Task<Kept> ReadAsync(this FallingServer server, DateTimeOffset since)
    {
        await using var connection = new NpgsqlConnection(server.Connection);
        await connection.OpenAsync();
        return new Kept(
            await AllAsync("SELECT event_key, taken_at FROM processed_events WHERE taken_at >= $1", row => new KeptEvent(row.GetString(0), new DateTimeOffset(row.GetInt64(1), TimeSpan.Zero))),
            await AllAsync("SELECT event_key FROM deal_events WHERE at >= $1 AND event_key IS NOT NULL", row => row.GetString(0)),
            await AllAsync(
                "SELECT c.name, o.card, o.said_at, o.sent_at IS NOT NULL, o.dead_because FROM outbox o JOIN conversations c ON c.id = o.conversation WHERE o.said_at >= $1 ORDER BY o.id",
                row => new KeptMessage(
                    Names.Conversation(row.GetString(0)), Names.Said(row.GetString(1)), new DateTimeOffset(row.GetInt64(2), TimeSpan.Zero), row.GetBoolean(3), row.IsDBNull(4) ? null : row.GetString(4))),
            (await AllAsync("SELECT COUNT(*)::int FROM deliveries WHERE $1 IS NOT NULL", row => row.GetInt32(0)))[0]);

        async Task<List<T>> AllAsync<T>(string sql, Func<NpgsqlDataReader, T> read)
        {
#pragma warning disable CA2100 // Constants, above.
            await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = since.UtcTicks } } };
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new List<T>();
            while (await reader.ReadAsync())
            {
                rows.Add(read(reader));
            }

            return rows;
        }
    }

    /// <summary>Waits until these are all said: a sweep that was disturbed goes on with the next beat, a minute later.</summary>
    public static async Task AreSaidAsync(this FallingServer server, IReadOnlyList<string> reminders, DateTimeOffset since)
    {
        for (var patience = new Patience("everybody has their digest"); reminders.Except((await server.ReadAsync(since)).Messages.Select(message => message.Says)).Any(); patience.Check())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500));
        }
    }

    /// <summary>Waits until nothing waits to be delivered.</summary>
    public static async Task AllIsDeliveredAsync(this FallingServer server)
    {
        for (var patience = new Patience("everything is delivered"); (await server.ReadAsync(DateTimeOffset.MaxValue)).Waiting > 0; patience.Check())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500));
        }
    }
}
