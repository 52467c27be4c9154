using Npgsql;

namespace LeadBot.Storage.Opening;

/// <summary>A lock that PostgreSQL keeps for a connection, and drops with it.</summary>
internal sealed class Aloneness(NpgsqlConnection? held) : IDisposable
{
    /// <summary>The file's process is alone anyway.</summary>
    public static readonly IDisposable OnFile = new Aloneness(null);

    /// <summary>Null: another process holds it.</summary>
    public static IDisposable? Try(string server, string at)
    {
        var connection = Server.Connect(server);
        try
        {
            using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock(hashtextextended($1, 1))", connection) { Parameters = { new() { Value = at } } };
            if (command.ExecuteScalar() is true)
            {
                return new Aloneness(connection);
            }
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        connection.Dispose();
        return null;
    }

    public void Dispose()
    {
        if (held is null)
        {
            return;
        }

        try
        {
            // The server sees the connection's end a moment later.
            using var command = new NpgsqlCommand("SELECT pg_advisory_unlock_all()", held);
            command.ExecuteNonQuery();
        }
        catch (NpgsqlException)
        {
            // It went with the connection.
        }

        held.Dispose();
    }
}
