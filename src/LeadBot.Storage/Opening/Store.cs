using LeadBot.Storage.Delivering;
using LeadBot.Storage.Gate;

namespace LeadBot.Storage.Opening;

/// <summary>The open database of this process: its data directory, held, and the one way to write.</summary>
public sealed class Store : IDisposable
{
    private readonly DataDirectory _directory;

    private Store(DataDirectory directory, WriteGate gate)
    {
        _directory = directory;
        Gate = gate;
    }

    /// <summary>Where every write, and every read that belongs to one, goes.</summary>
    public WriteGate Gate { get; }

    /// <summary>Opens the database in that directory, makes it when there is none, and brings it up to this release.</summary>
    /// <param name="directory">Made when missing; relative to the working directory.</param>
    /// <exception cref="StorageRefusedException">It cannot be used; the message says why and what to do.</exception>
    public static Store Open(string directory)
    {
        var held = DataDirectory.Hold(directory);
        try
        {
            var session = new WriteSession(Database.Open(held.Database));
            // The directory is ours, so whoever held a conversation is dead.
            Deliveries.LetGoOfAll(session);
            return new(held, new WriteGate(session, new Checkpoints(Database.OpenToCheckpoint(held.Database))));
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Reads it beside the writer, all as of one moment: for what takes long, so that no turn waits.</summary>
    public T Glance<T>(Func<WriteSession, T> read) => Opening.Glance.At(_directory.Path, read);

    /// <summary>For who looks beside the writer again and again.</summary>
    public Onlooker Onlook() => new(_directory.Database);

    /// <summary>Finishes the writes that were queued, then lets go of the directory.</summary>
    public void Dispose()
    {
        Gate.Dispose();
        _directory.Dispose();
    }
}
