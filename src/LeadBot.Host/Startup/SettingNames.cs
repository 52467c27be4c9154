using LeadBot.Host.Delivery;
using LeadBot.Host.Playbooks;

namespace LeadBot.Host.Startup;

/// <summary>The settings there are under <c>LeadBot:</c>; a misspelt one would otherwise silently do nothing.</summary>
public static class SettingNames
{
    /// <summary>All of them, in full.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        .. Of(typeof(LeadBotOptions), LeadBotOptions.Section),
        .. Of(typeof(DeliveryOptions), DeliveryOptions.Section),
    ];

    /// <summary>Refuses settings that do not exist.</summary>
    /// <exception cref="StartRefusedException">Names each of them, one a line.</exception>
    public static void Check(IConfiguration settings)
    {
        var unknown = settings.GetSection(LeadBotOptions.Section).AsEnumerable()
            .Where(setting => setting.Value is not null && setting.Key != LeadBotOptions.Section)
            .Select(setting => setting.Key)
            .Where(name => !All.Contains(name, StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (unknown.Count > 0)
        {
            throw new StartRefusedException(string.Join(Environment.NewLine, unknown.Select(Sentence)));
        }
    }

    private static string Sentence(string unknown)
    {
        var near = Spelling.Nearest(Last(unknown), [.. All.Select(Last)]);
        return near is null
            ? $"{unknown} is not a setting. There are {string.Join(", ", All)}."
            : $"{unknown} is not a setting; did you mean {All.First(name => Last(name) == near)}?";
    }

    private static string Last(string name) => name[(name.LastIndexOf(':') + 1)..];

    private static IEnumerable<string> Of(Type options, string section) => options.GetProperties().Select(property => $"{section}:{property.Name}");
}
