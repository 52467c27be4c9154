namespace LeadBot.Storage.Opening;

/// <summary>The directory the database lives in, held by this process alone for as long as it runs.</summary>
internal sealed class DataDirectory : IDisposable
{
    public const string DatabaseName = "leadbot.db";

    private const string LockName = "leadbot.lock";
    private readonly FileStream _held;

    private DataDirectory(string path, FileStream held)
    {
        Path = path;
        _held = held;
    }

    public string Path { get; }

    public string Database => System.IO.Path.Combine(Path, DatabaseName);

    /// <summary>Makes the directory if need be and locks it. The system drops the lock however the process ends.</summary>
    /// <exception cref="StorageRefusedException">It cannot be made or written, or another process holds it.</exception>
    public static DataDirectory Hold(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StorageRefusedException($"The data directory {path} cannot be made: make it yourself, or name another one in LeadBot:DataDirectory.", failure);
        }

        try
        {
            return new(path, new FileStream(System.IO.Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StorageRefusedException($"The data directory {path} cannot be written: give this user the right to, or name another one in LeadBot:DataDirectory.", failure);
        }
        catch (IOException failure)
        {
            throw new StorageRefusedException($"Another LeadBot already uses the data directory {path}: stop it, or name another one in LeadBot:DataDirectory.", failure);
        }
    }

    public void Dispose() => _held.Dispose();
}
