namespace LeadBot.Host.Tests.Turns;

/// <summary>A directory of its own for a test.</summary>
public sealed class TempDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("leadbot-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
