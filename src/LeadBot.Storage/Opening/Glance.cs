using LeadBot.Storage.Gate;

namespace LeadBot.Storage.Opening;

/// <summary>The database as it stands, looked at from beside a LeadBot that may be running: nothing can be written.</summary>
public static class Glance
{
    /// <summary>Reads it, all as of one moment.</summary>
    /// <param name="scope">Whose rows it is about, from its beginning.</param>
    /// <exception cref="StorageRefusedException">There is none, or it cannot be read; the message says what to do.</exception>
    public static T At<T>(DatabasePlace place, Scope scope, Func<WriteSession, T> read)
    {
        using var onlooker = new Onlooker(place);
        return onlooker.Look(scope, read);
    }
}
