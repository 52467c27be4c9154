namespace LeadBot.Benchmarks.Measured;

/// <summary>A directory for one database, deleted with it.</summary>
internal sealed class ScratchDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("leadbot-benchmark-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
