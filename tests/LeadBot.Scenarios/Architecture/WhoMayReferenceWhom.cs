namespace LeadBot.Scenarios.Architecture;

public sealed class WhoMayReferenceWhom
{
    /// <summary>A project exists because it has a list of its own.</summary>
    private static readonly Dictionary<string, string[]> s_allowed = new()
    {
        ["LeadBot.Domain"] = [],
        ["LeadBot.Dialog"] = ["LeadBot.Domain"],
        ["LeadBot.Storage"] = ["LeadBot.Domain", "LeadBot.Dialog"],
        ["LeadBot.BotBuilder"] = [],
        ["LeadBot.Channels.BotFramework"] = ["LeadBot.Dialog", "LeadBot.BotBuilder"],
        ["LeadBot.Channels.Slack"] = ["LeadBot.Dialog"],
        ["LeadBot.Host"] = ["LeadBot.Domain", "LeadBot.Dialog", "LeadBot.Storage", "LeadBot.Channels.BotFramework", "LeadBot.Channels.Slack"],
    };

    private static readonly string[] s_pure = ["LeadBot.Domain", "LeadBot.Dialog"];

    public static TheoryData<string> Projects => [.. SourceTree.Projects.Keys];

    public static TheoryData<string> Pure => [.. s_pure];

    [Fact]
    public void Every_project_has_its_list() => Assert.Equal(s_allowed.Keys.Order(), SourceTree.Projects.Keys.Order());

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_its_list_names(string name)
    {
        var references = SourceTree.Items(SourceTree.Projects[name], "ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Replace('\\', '/')));

        Assert.Empty(references.Except(s_allowed[name]));
    }

    [Theory]
    [MemberData(nameof(Pure))]
    public void A_pure_project_has_no_package_but_the_one_that_keeps_it_pure(string name)
    {
        var project = SourceTree.Projects[name];

        Assert.Equal(["Microsoft.CodeAnalysis.BannedApiAnalyzers"], SourceTree.Items(project, "PackageReference"));
        Assert.Empty(SourceTree.Items(project, "FrameworkReference"));
        Assert.EndsWith("BannedSymbols.txt", Assert.Single(SourceTree.Items(project, "AdditionalFiles")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pure))]
    public void A_pure_project_lets_nobody_past_its_bans_but_where_one_contract_says_why(string name)
    {
        var past = SourceTree.Code($"src/{name}").Where(f => File.ReadAllText(f).Contains("RS0030", StringComparison.Ordinal)).Select(f => Path.GetFileName(f));

        Assert.Equal(name == "LeadBot.Dialog" ? ["IChannel.cs"] : [], past);
    }

    [Theory]
    [InlineData("N:System.Threading.Tasks")]
    [InlineData("N:System.Net")]
    [InlineData("N:System.IO")]
    [InlineData("T:System.TimeProvider")]
    [InlineData("P:System.DateTimeOffset.UtcNow")]
    [InlineData("P:System.DateTime.Now")]
    public void The_pure_projects_are_banned_from(string symbol) => Assert.Contains(
        File.ReadLines(Path.Combine(SourceTree.Root, "src", "BannedSymbols.txt")),
        line => line.StartsWith(symbol + ";", StringComparison.Ordinal));
}
