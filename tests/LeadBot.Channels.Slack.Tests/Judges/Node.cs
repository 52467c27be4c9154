using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace LeadBot.Channels.Slack.Tests.Judges;

/// <summary>Runs Slack's own npm packages; without them the test is skipped.</summary>
internal static class Node
{
    private static readonly string s_project =
        typeof(Node).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ProjectDirectory").Value!;

    /// <summary>What a script beside this file says, line by line, to these lines.</summary>
    public static async Task<IReadOnlyList<string>> AskAsync(string script, IEnumerable<string> lines)
    {
        Assert.SkipUnless(
            File.Exists(Path.Combine(s_project, "node_modules", "@slack", "bolt", "package.json")),
            "Slack's packages are missing: install Node.js with npm, and run npm ci in tests/LeadBot.Channels.Slack.Tests.");
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(s_project, "Judges", script)])
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
}
