using System.Runtime.CompilerServices;

namespace LeadBot.Dialog.Tests;

/// <summary>Where this project's sources are, for recording expectations anew.</summary>
internal static class SourceFolder
{
    public static string Of(string folder, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, folder);
}
