using LeadBot.Storage.Gate;

namespace LeadBot.Storage.Opening;

/// <summary>Looks at the database from beside the writer, as often as it likes: nothing can be written. For one thread at a time.</summary>
public sealed class Onlooker : IDisposable
{
    private readonly WriteSession _session;

    /// <exception cref="StorageRefusedException">There is none, or it cannot be read; the message says what to do.</exception>
    internal Onlooker(DatabasePlace place) => _session = place switch
    {
        DatabasePlace.Server server => Server.OpenToLook(server.Connection),
        DatabasePlace.File file => new FileSession(Database.OpenToRead(Path.Combine(Path.GetFullPath(file.Directory), DataDirectory.DatabaseName))),
        _ => throw new InvalidOperationException("There is no other place."),
    };

    /// <summary>Reads it, all as of one moment: a short one, since the writer's log grows meanwhile.</summary>
    public T Look<T>(Scope scope, Func<WriteSession, T> read)
    {
        _session.BeginToLook(scope);
        try
        {
            var seen = read(_session);
            _session.Commit();
            return seen;
        }
        catch
        {
            _session.Abandon();
            throw;
        }
    }

    public void Dispose() => _session.Dispose();
}
