using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace LeadBot.Host.Playbooks;

/// <summary>
/// A mapping read by its keys. Whatever is wrong becomes a fault and a harmless value in its place, so that reading goes
/// on and finds the next fault.
/// </summary>
internal sealed class YamlMap
{
    private readonly Dictionary<string, YamlNode> _values = [];
    private readonly Dictionary<string, int> _lines = [];
    private readonly HashSet<string> _unread = [];
    private readonly bool _guessing;

    /// <summary>Reads the keys of <paramref name="node"/> and faults unknown and missing ones.</summary>
    public YamlMap(YamlNode node, KeySet keys, Pass pass)
    {
        Pass = pass;
        Line = LineOf(node);
        if (node is not YamlMappingNode mapping)
        {
            _guessing = true;
            pass.Faults.Add(new LineFault(Line, $"{keys.Thing} is written as keys with values, such as '{keys.All[0]}: …'."));
            return;
        }

        foreach (var (key, value) in mapping)
        {
            Take(key, value, keys);
        }

        _guessing = mapping.Children.Count > _values.Count;
        _unread.UnionWith(keys.Required.Where(key => !_values.ContainsKey(key)));
        pass.Faults.AddRange(keys.Required.Where(key => !_values.ContainsKey(key)).Select(key => new LineFault(Line, $"{keys.Thing} needs '{key}'.")));
    }

    /// <summary>The pass it is read in.</summary>
    public Pass Pass { get; }

    /// <summary>Where it starts, from 1.</summary>
    public int Line { get; }

    /// <summary>Something was meant here that could not be read; an unknown key may be any of those that are not there.</summary>
    public bool IsUnread(string key) => _unread.Contains(key) || (_guessing && !Has(key));

    /// <summary>Where the key stands, or the mapping when it has no such key.</summary>
    public int LineAt(string key) => _lines.GetValueOrDefault(key, Line);

    public bool Has(string key) => _values.ContainsKey(key);

    /// <summary>The value as it stands, or null.</summary>
    public YamlNode? Node(string key) => _values.GetValueOrDefault(key);

    /// <summary>A text that is not empty, or null when the key is missing.</summary>
    public string? Text(string key)
    {
        if (Node(key) is not { } node)
        {
            return null;
        }

        if (node is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text))
        {
            return text.Trim();
        }

        Fault(key, $"'{key}' must be a text.");
        return null;
    }

    /// <summary>A number with a decimal point, or null when the key is missing.</summary>
    public decimal? Number(string key)
    {
        if (Node(key) is not { } node)
        {
            return null;
        }

        if (AsNumber(node) is { } number)
        {
            return number;
        }

        Fault(key, $"'{key}' must be a number such as 12 or 0.3.");
        return null;
    }

    /// <summary>A whole number, or null when the key is missing.</summary>
    public int? Whole(string key)
    {
        if (Node(key) is not { } node)
        {
            return null;
        }

        if (AsNumber(node) is { } number && decimal.IsInteger(number) && number is >= int.MinValue and <= int.MaxValue)
        {
            return (int)number;
        }

        Fault(key, $"'{key}' must be a whole number.");
        return null;
    }

    /// <summary>The items of a list; empty when the key is missing.</summary>
    public IReadOnlyList<YamlNode> Items(string key)
    {
        switch (Node(key))
        {
            case null:
                return [];
            case YamlSequenceNode items:
                return [.. items];
            default:
                Fault(key, $"'{key}' must be a list.");
                return [];
        }
    }

    /// <summary>Faults a key; what stands there counts as unread.</summary>
    public void Fault(string key, string sentence)
    {
        _unread.Add(key);
        Pass.Faults.Add(new LineFault(LineAt(key), sentence));
    }

    /// <summary>Faults the whole.</summary>
    public void FaultHere(string sentence) => Pass.Faults.Add(new LineFault(Line, sentence));

    /// <summary>Where a node starts, from 1.</summary>
    public static int LineOf(YamlNode node) => (int)node.Start.Line;

    /// <summary>An unquoted number, or null.</summary>
    public static decimal? AsNumber(YamlNode node) =>
        node is YamlScalarNode { Style: ScalarStyle.Plain } scalar
        && decimal.TryParse(scalar.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private void Take(YamlNode key, YamlNode value, KeySet keys)
    {
        var name = (key as YamlScalarNode)?.Value ?? "";
        if (keys.All.Contains(name))
        {
            _values[name] = value;
            _lines[name] = LineOf(key);
            return;
        }

        var guess = Spelling.Nearest(name, keys.All) is { } near ? $"Did you mean '{near}'?" : $"It may have {string.Join(", ", keys.All)}.";
        Pass.Faults.Add(new LineFault(LineOf(key), $"{keys.Thing} has no '{name}'. {guess}"));
    }
}
