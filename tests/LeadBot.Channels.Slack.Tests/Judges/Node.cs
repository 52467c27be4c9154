using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace LeadBot.Channels.Slack.Tests.Judges;

/// <summary>Runs Slack's own npm packages; without them the test is skipped.</summary>
internal static class Node
{
    /// <summary>This project's directory.</summary>
    public static readonly string Project =
        typeof(Node).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ProjectDirectory").Value!;

    /// <summary>What a script beside this file says, line by line, to these lines.</summary>
    public static async Task<IReadOnlyList<string>> AskAsync(string script, IEnumerable<string> lines)
    {
        NeedsPackages();
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Project, "Judges", script)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        var said = node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        foreach (var line in lines)
        {
            await node.StandardInput.WriteLineAsync(line);
        }

        node.StandardInput.Close();
        var answers = (await said).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, node.ExitCode);
        return answers;
    }

    /// <summary>What the TypeScript compiler has against a file of this project.</summary>
    public static async Task<string> CompileAsync(string file)
    {
        NeedsPackages();
        using var compiler = Process.Start(new ProcessStartInfo(
            "node",
            [Path.Combine(Project, "node_modules", "typescript", "bin", "tsc"), "--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--target", "es2022", "--types", "node", file])
        {
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = Project,
        })!;
        var said = await compiler.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await compiler.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(said.Length == 0, compiler.ExitCode == 0);
        return said;
    }

    private static void NeedsPackages() => Assert.SkipUnless(
        File.Exists(Path.Combine(Project, "node_modules", "@slack", "bolt", "package.json")),
        "Slack's packages are missing: install Node.js with npm, and run npm ci in tests/LeadBot.Channels.Slack.Tests.");
}
