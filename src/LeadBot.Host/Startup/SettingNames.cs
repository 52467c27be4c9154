using LeadBot.Channels.BotFramework;
using LeadBot.Channels.Slack;
using LeadBot.Host.Delivery;
using LeadBot.Host.Playbooks;
using LeadBot.Host.Telemetry;

namespace LeadBot.Host.Startup;

/// <summary>The settings there are under <c>LeadBot:</c>, <c>Slack:</c> and <c>Teams:</c>; a misspelt one would otherwise silently do nothing.</summary>
public static class SettingNames
{
    /// <summary>All of them, in full, by section.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> All = new Dictionary<string, IReadOnlyList<string>>
    {
        [LeadBotOptions.Section] = [.. Of(typeof(LeadBotOptions), LeadBotOptions.Section), .. Of(typeof(DeliveryOptions), DeliveryOptions.Section), .. Of(typeof(RetentionOptions), RetentionOptions.Section), .. Of(typeof(LimitOptions), LimitOptions.Section), .. Of(typeof(SecretOptions), SecretOptions.Section), .. Of(typeof(TelemetryOptions), TelemetryOptions.Section)],
        [SlackOptions.Section] = [.. Of(typeof(SlackOptions), SlackOptions.Section)],
        [TeamsOptions.Section] = [.. Of(typeof(TeamsOptions), TeamsOptions.Section)],
    };

    /// <summary>Refuses settings that do not exist.</summary>
    /// <exception cref="StartRefusedException">Names each of them, one a line.</exception>
    public static void Check(IConfiguration settings)
    {
        var unknown = All.SelectMany(section => settings.GetSection(section.Key).AsEnumerable()
            .Where(setting => setting.Value is not null && setting.Key != section.Key)
            .Select(setting => setting.Key)
            .Where(name => !section.Value.Contains(name, StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.OrdinalIgnoreCase)
            .Select(name => Sentence(name, section.Value)))
            .ToList();
        if (unknown.Count > 0)
        {
            throw new StartRefusedException(string.Join(Environment.NewLine, unknown));
        }
    }

    private static string Sentence(string unknown, IReadOnlyList<string> all)
    {
        var near = Spelling.Nearest(Last(unknown), [.. all.Select(Last)]);
        return near is null
            ? $"{unknown} is not a setting. There are {string.Join(", ", all)}."
            : $"{unknown} is not a setting; did you mean {all.First(name => Last(name) == near)}?";
    }

    private static string Last(string name) => name[(name.LastIndexOf(':') + 1)..];

    private static IEnumerable<string> Of(Type options, string section) =>
        options.GetProperties().Where(property => property.CanWrite).Select(property => $"{section}:{property.Name}");
}
