using System.Globalization;
using System.Text.RegularExpressions;
using LeadBot.Dialog.Conversations;

namespace LeadBot.Dialog.Understanding;

/// <summary>Reads a list of stages: "lead, demo, proposal 20, contract". A number after a name is its limit in working days.</summary>
public static partial class StagesSaid
{
    /// <summary>In the order said, names as typed; limits may be out of range. Empty when nothing but separators was said.</summary>
    public static IReadOnlyList<Stage> Read(string text)
    {
        var said = Separator().Split(text).Select(part => NameText.Tidy(part)).Where(part => part.Length > 0).ToList();
        var stages = said.Select(WithLimit).ToList();
        // "phase 1, phase 2": the numbers tell them apart.
        return Same(stages.Select(s => s.Name)) && !Same(said) ? [.. said.Select(name => new Stage(name))] : stages;
    }

    private static Stage WithLimit(string said) => Limited().Match(said) is { Success: true } limited && int.TryParse(limited.Groups["limit"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
        ? new Stage(limited.Groups["name"].Value, limit)
        : new Stage(said);

    private static bool Same(IEnumerable<string> names) => names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Any(group => group.Count() > 1);

    [GeneratedRegex("\\s*(?:[,;|>\\n→]|->|=>)+\\s*")]
    private static partial Regex Separator();

    [GeneratedRegex("^(?<name>.*[^\\s(:=])\\s*(?:[\\s(:=]\\s*)(?<limit>[0-9]{1,6})\\s*(?:d|days?|working days?)?\\)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Limited();
}
