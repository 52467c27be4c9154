using System.Data.Common;
using LeadBot.Storage.Delivering;
using LeadBot.Storage.Gate;

namespace LeadBot.Storage.Opening;

/// <summary>The open database of this process, and the one way to write it.</summary>
public sealed class Store : IDisposable
{
    private readonly DatabasePlace _place;
    private readonly DataDirectory? _directory;
    private readonly string _name = Guid.NewGuid().ToString("N");

    private Store(DatabasePlace place, DataDirectory? directory, WriteGate gate)
    {
        _place = place;
        _directory = directory;
        Gate = gate;
    }

    /// <summary>Where every write, and every read that belongs to one, goes.</summary>
    public WriteGate Gate { get; }

    /// <summary>True on PostgreSQL: other processes work on the same database.</summary>
    public bool IsShared => _place is DatabasePlace.Server;

    /// <summary>Opens the database, makes its tables when there are none, and brings them up to this release.</summary>
    /// <exception cref="StorageRefusedException">It cannot be used; the message says why and what to do.</exception>
    public static Store Open(DatabasePlace place) => place is DatabasePlace.Server server
        ? new Store(place, null, new WriteGate(Server.Open(server.Connection)))
        : Open((DatabasePlace.File)place);

    /// <summary>The same of the SQLite file in that directory.</summary>
    public static Store Open(string directory) => Open(new DatabasePlace.File(directory));

    /// <summary>Whether there is room to write on the database's disk, or again.</summary>
    public async Task<bool> HasRoomAsync(CancellationToken cancellationToken)
    {
        try
        {
            return _place is DatabasePlace.File file ? DiskRoom.IsIn(file.Directory) : await Gate.BackgroundAsync(Scope.Delivery, DiskRoom.Try, cancellationToken);
        }
        catch (Exception failure) when (failure is DbException or IOException)
        {
            return false;
        }
    }

    /// <summary>Reads it beside the writer, all as of one moment: for what takes long, so that no turn waits.</summary>
    public T Glance<T>(Scope scope, Func<WriteSession, T> read) => Opening.Glance.At(_place, scope, read);

    /// <summary>For who looks beside the writer again and again.</summary>
    public Onlooker Onlook() => new(_place);

    /// <summary>For work that one process at a time does for all; null while another is at it. Ends with this process, however it ends.</summary>
    public IDisposable? TryBeAlone(string at) => _place is DatabasePlace.Server server ? Aloneness.Try(server.Connection, at) : Aloneness.OnFile;

    /// <summary>Other instances, if there are any, are called to help deliver.</summary>
    public Task CallOthersAsync(CancellationToken cancellationToken) => IsShared ? Gate.BackgroundAsync(Scope.Delivery, session => Calls.Make(session, _name), cancellationToken) : Task.CompletedTask;

    /// <summary>Hears such calls until told to stop.</summary>
    public Task HearCallsAsync(Action heard, TimeProvider clock, CancellationToken stop) =>
        _place is DatabasePlace.Server server ? Calls.HearAsync(server.Connection, _name, heard, clock, stop) : Task.CompletedTask;

    /// <summary>Finishes the writes that were queued, then lets go of the database.</summary>
    public void Dispose()
    {
        Gate.Dispose();
        _directory?.Dispose();
    }

    /// <summary>Holds the directory, whose file has this one writer.</summary>
    private static Store Open(DatabasePlace.File place)
    {
        var held = DataDirectory.Hold(place.Directory);
        try
        {
            var session = new FileSession(Database.Open(held.Database), new Checkpoints(Database.OpenToCheckpoint(held.Database)));
            // The directory is ours, so whoever held a conversation is dead.
            Deliveries.LetGoOfAll(session);
            return new(place, held, new WriteGate(session));
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }
}
