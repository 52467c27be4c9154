namespace LeadBot.Storage.Opening;

/// <summary>Where the database is.</summary>
public abstract class DatabasePlace
{
    private DatabasePlace()
    {
    }

    /// <summary>An SQLite file, for one process.</summary>
    /// <param name="directory">The data directory; made when missing, relative to the working directory.</param>
    public sealed class File(string directory) : DatabasePlace
    {
        public string Directory => directory;
    }

    /// <summary>A database of a PostgreSQL server, for any number of processes.</summary>
    /// <param name="connection">As Npgsql reads it; its password is nowhere repeated.</param>
    public sealed class Server(string connection) : DatabasePlace
    {
        public string Connection => connection;
    }
}
