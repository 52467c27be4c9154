using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using LeadBot.Channels.BotFramework;
using LeadBot.Host.Delivery;
using LeadBot.Host.Startup;
using LeadBot.Host.Telemetry;
using LeadBot.Scenarios.Architecture;

namespace LeadBot.Scenarios.Deployment;

/// <summary>
/// The README names every setting there is, with its default, and none that there is not; so do the files for deploying it.
/// <c>LEADBOT_RECORD=1</c> writes the README's table anew.
/// </summary>
public sealed partial class TheSettings
{
    // For tests alone: elsewhere it may only be Slack's own.
    private const string NotForPeople = "Slack:ApiBaseUrl";

    private static readonly string s_readme = File.ReadAllText(Path.Combine(SourceTree.Root, "README.md"));

    private static readonly Dictionary<string, object> s_options = new()
    {
        [LeadBotOptions.Section] = new LeadBotOptions(),
        [DeliveryOptions.Section] = new DeliveryOptions(),
        [RetentionOptions.Section] = new RetentionOptions(),
        [LimitOptions.Section] = new LimitOptions(),
        [SecretOptions.Section] = new SecretOptions(),
        [TelemetryOptions.Section] = new TelemetryOptions(),
    };

    /// <summary>Settings that are .NET's.</summary>
    private static readonly (string Name, string Default, string Summary)[] s_others =
    [
        ("ConnectionStrings:LeadBot", "none", "The PostgreSQL database ([how](deployment/postgres))"),
        ("Logging:Console:FormatterName", "`simple`", "`json` gives collectors every field by its name"),
        ("Urls", $"`{Addresses.Default}`", "Where it listens; loopback only in local mode"),
    ];

    private static IEnumerable<string> All => SettingNames.All.SelectMany(section => section.Value);

    [Fact]
    public void Every_setting_stands_in_the_README() => Assert.Empty(All.Except([NotForPeople]).Except(Named().Matches(s_readme).Select(name => name.Groups["name"].Value)));

    [Fact]
    public void What_stands_there_is_a_setting() => Assert.Empty(
        Named().Matches(s_readme).Select(name => name.Groups["name"].Value)
            .Where(name => SettingNames.All.Keys.Any(section => name.StartsWith(section + ":", StringComparison.Ordinal)))
            .Except(All));

    [Fact]
    public void The_table_in_the_README_is_what_the_options_say()
    {
        var (made, file) = (string.Join('\n', Table()), Path.Combine(SourceTree.Root, "README.md"));
        if (Environment.GetEnvironmentVariable("LEADBOT_RECORD") == "1")
        {
            File.WriteAllText(file, Written().Replace(s_readme, _ => $"{made}\n", 1));
        }

        Assert.Equal(made, Written().Match(File.ReadAllText(file)).Value.TrimEnd());
    }

    public static TheoryData<string> DeploymentFiles =>
    [
        .. Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "deployment"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is not (".png" or ".svg")).Select(file => Path.GetRelativePath(SourceTree.Root, file)),
    ];

    [Theory, MemberData(nameof(DeploymentFiles))]
    public void What_a_deployment_sets_by_the_environment_is_a_setting(string file) => Assert.Empty(
        Variable().Matches(File.ReadAllText(Path.Combine(SourceTree.Root, file))).Select(name => name.Value.Replace("__", ":", StringComparison.Ordinal)).Distinct()
            .Except(All).Except(s_others.Select(row => row.Name)).Except(typeof(BotFrameworkOptions).GetProperties().Select(property => property.Name)));

    [Fact]
    public void Deployments_set_something_by_the_environment() => Assert.InRange(
        DeploymentFiles.Sum(file => Variable().Count(File.ReadAllText(Path.Combine(SourceTree.Root, file.Data)))), 15, 1000);

    private static IEnumerable<string> Table() =>
    [
        "| setting | default | |",
        "|---|---|---|",
        .. s_options.SelectMany(section => section.Value.GetType().GetProperties().Where(property => property.CanWrite)
            .Select(property => ($"{section.Key}:{property.Name}", Default(property.GetValue(section.Value)), Summary(property)))).Concat(s_others).Select(row => $"| `{row.Item1}` | {row.Item2} | {row.Item3} |"),
    ];

    private static string Default(object? value) => value switch
    {
        null or "" => "none",
        bool isOn => isOn ? "on" : "off",
        string text => $"`{text}`",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>What stands above it in the source.</summary>
    private static string Summary(PropertyInfo setting)
    {
        var source = SourceTree.Code("src").Select(File.ReadAllText).Single(code => code.Contains($"class {setting.DeclaringType!.Name}\n", StringComparison.Ordinal));
        var above = source[..source.IndexOf($" {setting.Name} {{ get; set; }}", StringComparison.Ordinal)];
        var summary = above[(above.LastIndexOf("<summary>", StringComparison.Ordinal) + "<summary>".Length)..above.LastIndexOf("</summary>", StringComparison.Ordinal)];
        return Code().Replace(string.Join(' ', summary.Split('\n').Select(line => line.Trim().TrimStart('/').Trim())).Trim(), "`$1`").TrimEnd('.');
    }

    [GeneratedRegex("`(?<name>[A-Z][A-Za-z]+(:[A-Z][A-Za-z]+)+)`")]
    private static partial Regex Named();

    [GeneratedRegex(@"\| setting \| default \| \|\n(\|.*\n)+")]
    private static partial Regex Written();

    [GeneratedRegex("<c>(.*?)</c>")]
    private static partial Regex Code();

    [GeneratedRegex("(?:LeadBot|Slack|Teams|ConnectionStrings|Logging)(?:__[A-Za-z]+)+|MicrosoftApp[A-Za-z]+")]
    private static partial Regex Variable();
}
