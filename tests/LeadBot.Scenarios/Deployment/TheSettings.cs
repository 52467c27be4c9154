using System.Globalization;
using System.Text.RegularExpressions;
using LeadBot.Host.Delivery;
using LeadBot.Host.Startup;
using LeadBot.Host.Telemetry;
using LeadBot.Scenarios.Architecture;

namespace LeadBot.Scenarios.Deployment;

/// <summary>The README names every setting there is, with its default, and none that there is not.</summary>
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

    private static IEnumerable<string> All => SettingNames.All.SelectMany(section => section.Value);

    [Fact]
    public void Every_setting_stands_in_the_README() => Assert.Empty(All.Except([NotForPeople]).Except(Named().Matches(s_readme).Select(name => name.Groups["name"].Value)));

    [Fact]
    public void What_stands_there_is_a_setting() => Assert.Empty(
        Named().Matches(s_readme).Select(name => name.Groups["name"].Value)
            .Where(name => SettingNames.All.Keys.Any(section => name.StartsWith(section + ":", StringComparison.Ordinal)))
            .Except(All));

    [Fact]
    public void The_defaults_that_stand_there_are_the_codes()
    {
        var rows = Row().Matches(s_readme).ToDictionary(row => row.Groups["name"].Value, row => row.Groups["default"].Value.Trim(' ', '`'));
        var defaults = s_options.SelectMany(section => section.Value.GetType().GetProperties().Where(property => property.CanWrite).Select(property =>
            (Name: $"{section.Key}:{property.Name}", Default: Convert.ToString(property.GetValue(section.Value), CultureInfo.InvariantCulture) is { Length: > 0 } value ? value : "none")));

        Assert.All(defaults, setting => Assert.Equal(setting.Default, rows.GetValueOrDefault(setting.Name)));
        Assert.Equal(Addresses.Default, rows["Urls"]);
    }

    [GeneratedRegex("`(?<name>[A-Z][A-Za-z]+(:[A-Z][A-Za-z]+)+)`")]
    private static partial Regex Named();

    [GeneratedRegex(@"^\| `(?<name>[A-Za-z:]+)` \| (?<default>[^|]*) \| [^|]+ \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
