using System.Text.RegularExpressions;
using LeadBot.Host.CommandLine;
using LeadBot.Scenarios.Architecture;
using LeadBot.TestKit;

namespace LeadBot.Scenarios.Deployment;

/// <summary>The image and the compose file: read by their own tools, and what they say of LeadBot is true.</summary>
public sealed partial class TheContainer
{
    private static readonly string s_dockerfile = File.ReadAllText(Tool.Deployment("Dockerfile"));

    [Fact]
    public async Task A_linter_has_nothing_against_the_image() => Assert.Empty(await Tool.JudgeAsync("dockerfile.cjs", Tool.Deployment("Dockerfile")));

    [Fact]
    public async Task It_would_have_something_against_a_slip()
    {
        using var folder = new TemporaryDirectory();
        var file = Path.Combine(folder.Path, "Dockerfile");
        await File.WriteAllTextAsync(file, s_dockerfile.Replace("ENTRYPOINT", "ENTRYPONT", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        Assert.Contains("ENTRYPONT", await Tool.JudgeAsync("dockerfile.cjs", file), StringComparison.Ordinal);
    }

    [Fact]
    public void It_runs_as_nobody_in_particular_what_is_published_and_asks_it_how_it_is()
    {
        Assert.Equal("$APP_UID", User().Matches(s_dockerfile)[^1].Groups[1].Value);
        Assert.Contains($"ENTRYPOINT [\"dotnet\", \"/app/{typeof(LeadBot.Host.Program).Assembly.GetName().Name}.dll\"]", s_dockerfile, StringComparison.Ordinal);
        Assert.Contains($"\"/app/{typeof(LeadBot.Host.Program).Assembly.GetName().Name}.dll\", \"{HealthCommand.Create().Name}\"]", s_dockerfile, StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_it_copies_is_there_and_not_ignored()
    {
        var ignored = File.ReadAllLines(Tool.Deployment("Dockerfile.dockerignore"));
        var copied = Copied().Matches(s_dockerfile).SelectMany(copy => copy.Groups[1].Value.Split(' ')[..^1]).ToList();

        Assert.Contains("src", copied);
        Assert.All(copied, name => Assert.True(Path.Exists(Path.Combine(SourceTree.Root, name)) && ignored.Contains($"!{name}"), name));
    }

    [Fact]
    public async Task Compose_reads_the_compose_file_once_its_secrets_are_there()
    {
        using var folder = new TemporaryDirectory();
        var file = Path.Combine(folder.Path, "compose.yaml");
        File.Copy(Tool.Deployment("compose.yaml"), file);
        Assert.NotEqual(0, (await Tool.RunAsync("docker-compose", ["-f", file, "config"])).Code);

        var settings = await File.ReadAllTextAsync(Tool.Deployment("example.env"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, ".env"), settings, TestContext.Current.CancellationToken);
        var (code, output) = await Tool.RunAsync("docker-compose", ["-f", file, "config"]);
        Assert.NotEqual(0, code);
        Assert.Contains("copy example.env to .env and fill it in", output, StringComparison.Ordinal);

        await File.WriteAllTextAsync(Path.Combine(folder.Path, ".env"), settings.Replace("POSTGRES_PASSWORD=", "POSTGRES_PASSWORD=planted", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        (code, output) = await Tool.RunAsync("docker-compose", ["-f", file, "config"]);
        Assert.True(code == 0, output);
        Assert.Contains("Password=planted", output, StringComparison.Ordinal);
        Assert.Contains("read_only: true", output, StringComparison.Ordinal);
        Assert.Contains("dockerfile: deployment/Dockerfile", output, StringComparison.Ordinal);
    }

    [GeneratedRegex("^USER (.+)$", RegexOptions.Multiline)]
    private static partial Regex User();

    [GeneratedRegex("^COPY (?!--from)(.+)$", RegexOptions.Multiline)]
    private static partial Regex Copied();
}
