namespace LeadBot.TestKit;

/// <summary>A new directory, gone with its contents when disposed.</summary>
public sealed class TemporaryDirectory : IDisposable
{
    /// <summary>Where it is.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("leadbot-").FullName;

    /// <inheritdoc/>
    public void Dispose()
    {
        ServerDatabases.RemoveAll(Path);
        Directory.Delete(Path, recursive: true);
    }
}
