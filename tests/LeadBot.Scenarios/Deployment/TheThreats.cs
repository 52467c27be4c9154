using System.Text.RegularExpressions;
using LeadBot.Scenarios.Architecture;

namespace LeadBot.Scenarios.Deployment;

/// <summary>Each threat names tests that are there.</summary>
public sealed partial class TheThreats
{
    [Fact]
    public void Every_threat_names_tests_and_every_test_it_names_is_there()
    {
        var tests = SourceTree.Code("tests").SelectMany(file => Test().Matches(File.ReadAllText(file)).Select(test => test.Groups["name"].Value)).ToHashSet();
        var threats = File.ReadLines(Tool.Deployment("SECURITY.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).Select(row => row.Split('|')).ToList();

        Assert.True(threats.Count >= 10);
        Assert.All(threats, threat =>
        {
            var named = Named().Matches(threat[3]).Select(name => name.Groups["name"].Value).ToList();
            Assert.NotEmpty(named);
            Assert.Empty(named.Except(tests));
        });
    }

    [GeneratedRegex(@"public (?:async )?(?:Task|void) (?<name>[A-Z]\w*_\w+)\(")]
    private static partial Regex Test();

    [GeneratedRegex(@"`(?<name>\w+)`")]
    private static partial Regex Named();
}
