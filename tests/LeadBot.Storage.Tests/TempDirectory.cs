namespace LeadBot.Storage.Tests;

/// <summary>A directory of its own for a test.</summary>
public sealed class TempDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("leadbot-").FullName;

    public string Database => System.IO.Path.Combine(Path, "leadbot.db");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
