using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using LeadBot.TestKit;

namespace LeadBot.Scenarios.Deployment;

/// <summary>The Bicep file, compiled by Microsoft's compiler, which knows Azure's types.</summary>
public sealed class TheCloud
{
    [Fact]
    public async Task It_compiles_without_a_warning_to_what_LeadBot_needs_and_tells_no_secret()
    {
        var (code, output) = await BuildAsync(text => text);
        Assert.True(code == 0, output);

        // Warnings would stand before it.
        var template = JsonElement.Parse(output);
        var types = template.GetProperty("resources").EnumerateArray().Select(resource => resource.GetProperty("type").GetString()!).ToList();
        Assert.Superset(
            new HashSet<string> { "Microsoft.App/containerApps", "Microsoft.DBforPostgreSQL/flexibleServers", "Microsoft.KeyVault/vaults", "Microsoft.BotService/botServices", "Microsoft.BotService/botServices/channels" },
            types.ToHashSet());
        Assert.Equal("securestring", template.GetProperty("parameters").GetProperty("databasePassword").GetProperty("type").GetString());
        Assert.DoesNotContain("databasePassword", template.GetProperty("outputs").GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("minReplicas", "minReplica")]
    [InlineData("msaAppTenantId", "msaAppTennantId")]
    public async Task A_slip_would_be_told(string right, string slip)
    {
        var (_, output) = await BuildAsync(text =>
        {
            Assert.Contains(right, text, StringComparison.Ordinal);
            return text.Replace(right, slip, StringComparison.Ordinal);
        });
        Assert.Contains("BCP", output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output)> BuildAsync(Func<string, string> change)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.X64, "The compiler is fetched for Linux on x64 alone.");
        using var folder = new TemporaryDirectory();
        var file = Path.Combine(folder.Path, "main.bicep");
        await File.WriteAllTextAsync(file, change(await File.ReadAllTextAsync(Tool.Deployment("azure", "main.bicep"), TestContext.Current.CancellationToken)), TestContext.Current.CancellationToken);
        File.Copy(Tool.Deployment("azure", "bicepconfig.json"), Path.Combine(folder.Path, "bicepconfig.json"));
        var compiler = typeof(TheCloud).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Bicep").Value!;
        return await Tool.RunAsync(compiler, ["build", file, "--stdout"], new Dictionary<string, string> { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" });
    }
}
