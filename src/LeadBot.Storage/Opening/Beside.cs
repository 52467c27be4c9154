using LeadBot.Storage.Gate;

namespace LeadBot.Storage.Opening;

/// <summary>A short write from beside a LeadBot that may be running on the same database: its writer waits for it a moment, as for the disk.</summary>
public static class Beside
{
    /// <exception cref="StorageRefusedException">There is no database, or it cannot be used; the message says what to do.</exception>
    public static async Task WriteAsync(DatabasePlace place, Scope scope, Action<WriteSession> write, CancellationToken stop)
    {
        using var gate = new WriteGate(Open(place));
        await gate.BackgroundAsync(
            scope,
            session =>
            {
                write(session);
                return true;
            },
            stop);
    }

    private static WriteSession Open(DatabasePlace place)
    {
        if (place is DatabasePlace.Server server)
        {
            return Server.OpenToLook(server.Connection);
        }

        var file = Path.Combine(Path.GetFullPath(((DatabasePlace.File)place).Directory), DataDirectory.DatabaseName);
        Database.OpenToRead(file).Dispose();
        return new FileSession(Database.OpenToCheckpoint(file));
    }
}
