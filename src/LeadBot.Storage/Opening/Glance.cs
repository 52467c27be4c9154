using LeadBot.Storage.Gate;

namespace LeadBot.Storage.Opening;

/// <summary>The database as it stands, looked at from beside a LeadBot that may be running: nothing can be written.</summary>
public static class Glance
{
    /// <summary>Reads it, all as of one moment.</summary>
    /// <exception cref="StorageRefusedException">There is none, or it cannot be read; the message says what to do.</exception>
    public static T At<T>(DatabasePlace place, Func<WriteSession, T> read)
    {
        using var onlooker = new Onlooker(place);
        return onlooker.Look(read);
    }

    /// <summary>The same of the SQLite file in that directory.</summary>
    public static T At<T>(string directory, Func<WriteSession, T> read) => At(new DatabasePlace.File(directory), read);
}
