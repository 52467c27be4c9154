using LeadBot.Scenarios.Architecture;
using LeadBot.TestKit;

namespace LeadBot.Scenarios.Deployment;

/// <summary>What <c>dotnet publish</c> makes, run as the image runs it: by somebody else, from an empty folder, where nothing can be written but its data.</summary>
public sealed class ThePublishedOutput
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private const string Nobody = "65534";

    [Fact]
    public async Task It_serves_and_talks_as_another_user_on_a_read_only_tree_and_ends_when_told()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "Only root can be somebody else.");
        using var folder = new TemporaryDirectory();
        var (app, empty, data) = (Path.Combine(folder.Path, "app"), Path.Combine(folder.Path, "empty"), Path.Combine(folder.Path, "data"));
        var (published, said) = await Tool.RunAsync(
            "dotnet",
            ["publish", Path.Combine(SourceTree.Root, "src/LeadBot.Host"), "--configuration", Configuration, "--no-build", "--no-restore", "--output", app],
            new Dictionary<string, string> { ["MSBUILDDISABLENODEREUSE"] = "1" });
        Assert.True(published == 0, said);
        Directory.CreateDirectory(empty);
        Directory.CreateDirectory(data);
        Assert.Equal(0, (await Tool.RunAsync("chmod", ["-R", "a+rX", folder.Path])).Code);
        var host = Path.Combine(app, "LeadBot.Host.dll");

        var (code, talk) = await Tool.RunAsync("unshare", [.. Confined(empty, data), "sh", "-c", $"touch {empty}/x 2>&1; echo qualify Acme | dotnet {host} chat --data-directory {data}"]);
        Assert.True(code == 0, talk);
        Assert.Contains("Read-only file system", talk, StringComparison.Ordinal);
        Assert.Contains("Acme: at most", talk, StringComparison.Ordinal);

        await using var serving = await HostProcess.StartAsync(data, hostDll: host, under: ["unshare", .. Confined(empty, data)]);
        using var http = new HttpClient { BaseAddress = serving.Address };
        Assert.Contains("<html", await http.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var (health, answer) = await Tool.RunAsync("dotnet", [host, "health", "--urls", serving.Address.ToString()]);
        Assert.Equal((0, "Healthy"), (health, answer.Trim()));

        Assert.Equal(0, await serving.StopAsync());
        (health, answer) = await Tool.RunAsync("dotnet", [host, "health", "--urls", serving.Address.ToString()]);
        Assert.Equal((1, $"No LeadBot answers at {serving.Address}."), (health, answer.Trim()));
    }

    /// <summary>A view of this machine in which only <paramref name="data"/> can be written, by nobody in particular.</summary>
    private static string[] Confined(string empty, string data) =>
    [
        "--mount", "sh", "-ec",
        $"mount -o remount,ro,bind / && mount -t tmpfs -o mode=700,uid={Nobody} tmpfs {data} && cd {empty} && exec env -u HOME setpriv --reuid={Nobody} --regid={Nobody} --clear-groups \"$@\"",
        "sh",
    ];
}
