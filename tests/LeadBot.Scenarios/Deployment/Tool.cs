using System.Diagnostics;
using LeadBot.Scenarios.Architecture;

namespace LeadBot.Scenarios.Deployment;

/// <summary>Runs what judges the files under <c>deployment/</c>; where a tool is missing the test is skipped, which CI does not allow.</summary>
internal static class Tool
{
    /// <summary>The files to be judged.</summary>
    public static string Deployment(params ReadOnlySpan<string> path) => Path.Combine([SourceTree.Root, "deployment", .. path]);

    /// <summary>What a script beside this file says of a file, by npm packages.</summary>
    public static async Task<string> JudgeAsync(string script, params string[] arguments)
    {
        var project = Path.Combine(SourceTree.Root, "tests/LeadBot.Scenarios");
        Assert.SkipUnless(Directory.Exists(Path.Combine(project, "node_modules")), "npm packages are missing: install Node.js with npm, and run npm ci in tests/LeadBot.Scenarios.");
        var (code, output) = await RunAsync("node", [Path.Combine(project, "Deployment/Judges", script), .. arguments]);
        Assert.True(code == 0, output);
        return output;
    }

    /// <summary>Without the program the test is skipped.</summary>
    public static void Needs(string program) => Assert.SkipUnless(IsThere(program), $"{program} is missing: install it, or let tests/run do so.");

    /// <summary>Runs it to its end.</summary>
    /// <returns>Its exit code and all it said.</returns>
    public static async Task<(int Code, string Output)> RunAsync(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        Needs(program);
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var said = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var complained = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await said + await complained);
    }

    private static bool IsThere(string program) => Path.IsPathRooted(program)
        ? File.Exists(program)
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
