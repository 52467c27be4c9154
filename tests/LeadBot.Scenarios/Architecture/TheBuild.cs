using System.Text.Json;
using System.Text.RegularExpressions;
using LeadBot.Scenarios.Deployment;
using LeadBot.TestKit;

namespace LeadBot.Scenarios.Architecture;

/// <summary>What the build promises to somebody with a fresh clone.</summary>
public sealed class TheBuild
{
    private static readonly string[] s_projects = [.. Directory.EnumerateFiles(SourceTree.Root, "*.csproj", SearchOption.AllDirectories).Where(file => !file.Contains("node_modules", StringComparison.Ordinal))];

    [Fact]
    public void The_solution_has_every_project()
    {
        var solution = File.ReadAllText(Path.Combine(SourceTree.Root, "LeadBot.sln"));

        Assert.Contains("Microsoft Visual Studio Solution File, Format Version 12.00", solution, StringComparison.Ordinal);
        Assert.All(s_projects, project => Assert.Contains($"\"{Path.GetRelativePath(SourceTree.Root, project).Replace('/', '\\')}\"", solution, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_package_has_one_version_and_is_locked_with_all_it_brings()
    {
        var versions = File.ReadAllText(Path.Combine(SourceTree.Root, "Directory.Packages.props"));

        Assert.Contains("<CentralPackageTransitivePinningEnabled>true<", versions, StringComparison.Ordinal);
        Assert.DoesNotMatch("Version=\"[^\"]*[*,]", versions);
        Assert.All(s_projects, project =>
        {
            Assert.DoesNotMatch("PackageReference[^>]*Version", File.ReadAllText(project));
            Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")), project);
        });
    }

    [Fact]
    public void No_warning_of_a_restore_is_passed_over() => Assert.All(
        [.. s_projects, .. Directory.EnumerateFiles(SourceTree.Root, "Directory.*.props"), Path.Combine(SourceTree.Root, ".editorconfig")],
        file => Assert.DoesNotMatch(new Regex("NU1[0-9x]{3}"), File.ReadAllText(file)));

    [Fact]
    public async Task One_property_takes_Microsofts_packages_in_place_of_the_stand_in()
    {
        var project = Path.Combine(SourceTree.Root, "src/LeadBot.Channels.BotFramework");
        string[] ask = ["msbuild", project, "-getProperty:NuGetLockFilePath", "-getItem:PackageReference,ProjectReference"];

        Assert.Equal(("", "LeadBot.BotBuilder LeadBot.Dialog"), await TakenAsync(ask));
        Assert.Equal(("packages.microsoft.lock.json", "LeadBot.Dialog Microsoft.Bot.Builder Microsoft.Bot.Builder.Integration.AspNet.Core"), await TakenAsync([.. ask, "-p:BotFrameworkSdk=Microsoft"]));
    }

    [Fact]
    public async Task Without_Node_it_warns_says_what_to_install_and_goes_on()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs a shell on a path where nothing else is.");
        Tool.Needs("dotnet");
        using var folder = new TemporaryDirectory();
        File.CreateSymbolicLink(Path.Combine(folder.Path, "sh"), "/bin/sh");
        var project = Path.Combine(folder.Path, "page.proj");
        await File.WriteAllTextAsync(project, $"<Project><Import Project=\"{SourceTree.Root}/src/LeadBot.Host/ClientApp/WebChat.targets\" /></Project>", TestContext.Current.CancellationToken);

        var (code, output) = await Tool.RunAsync(
            Dotnet(),
            ["msbuild", project, "-t:PlaceWebChat", $"-p:ClientAppCache={folder.Path}/cache/"],
            new Dictionary<string, string> { ["PATH"] = folder.Path });

        Assert.True(code == 0, output);
        Assert.Contains("warning LEADBOT001", output, StringComparison.Ordinal);
        Assert.Contains("install Node.js with npm, then build again", output, StringComparison.Ordinal);
    }

    private static async Task<(string LockFile, string References)> TakenAsync(string[] ask)
    {
        var (code, output) = await Tool.RunAsync("dotnet", ask);
        Assert.True(code == 0, output);
        var answer = JsonElement.Parse(output);
        var references = answer.GetProperty("Items").EnumerateObject().SelectMany(kind => kind.Value.EnumerateArray()).Select(item => item.GetProperty("Identity").GetString()!);
        return (
            answer.GetProperty("Properties").GetProperty("NuGetLockFilePath").GetString()!,
            string.Join(' ', references.Select(reference => reference.EndsWith(".csproj", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(reference) : reference).Where(reference => !reference.Contains("Analyzers", StringComparison.Ordinal)).Order(StringComparer.Ordinal)));
    }

    private static string Dotnet() => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "dotnet")).First(File.Exists);
}
