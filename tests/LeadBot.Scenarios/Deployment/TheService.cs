using LeadBot.TestKit;

namespace LeadBot.Scenarios.Deployment;

/// <summary>The systemd unit, by systemd's own judgement.</summary>
public sealed class TheService
{
    // What it runs need not be on this machine at that place.
    private static readonly string s_unit = File.ReadAllText(Tool.Deployment("systemd", "leadbot.service")).Replace("/usr/bin/dotnet", "/bin/true", StringComparison.Ordinal);

    [Fact]
    public async Task It_is_well_formed() => Assert.Equal((0, ""), await AnalyzeAsync(s_unit, "verify"));

    [Fact]
    public async Task A_slip_would_be_told()
    {
        var (_, output) = await AnalyzeAsync(s_unit.Replace("ProtectHome", "ProtectHouse", StringComparison.Ordinal), "verify");
        Assert.Contains("ProtectHouse", output, StringComparison.Ordinal);
    }

    // Its scale goes to 100; a service without any protection has 96.
    [Fact]
    public async Task It_is_hardly_exposed() => Assert.Equal(0, (await AnalyzeAsync(s_unit, "security", "--offline=true", "--threshold=20")).Code);

    [Fact]
    public async Task It_would_be_exposed_without_what_protects_it()
    {
        var bare = string.Join('\n', s_unit.Split('\n').Where(line => !line.StartsWith("Protect", StringComparison.Ordinal) && !line.StartsWith("System", StringComparison.Ordinal)));
        Assert.NotEqual(0, (await AnalyzeAsync(bare, "security", "--offline=true", "--threshold=20")).Code);
    }

    private static async Task<(int Code, string Output)> AnalyzeAsync(string unit, params string[] how)
    {
        using var folder = new TemporaryDirectory();
        var file = Path.Combine(folder.Path, "leadbot.service");
        await File.WriteAllTextAsync(file, unit, TestContext.Current.CancellationToken);
        return await Tool.RunAsync("systemd-analyze", [.. how, file]);
    }
}
