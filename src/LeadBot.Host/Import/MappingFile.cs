using LeadBot.Domain.Deals;
using LeadBot.Host.Playbooks;
using LeadBot.Host.Startup;
using YamlDotNet.RepresentationModel;

namespace LeadBot.Host.Import;

/// <summary>Reads a mapping file.</summary>
public static class MappingFile
{
    private static readonly Dictionary<string, CrmField> s_fields = Enum.GetValues<CrmField>().ToDictionary(KnownHeaders.KeyOf);

    private static readonly KeySet s_keys = new("A mapping", [], ["columns", "owners", "states", "decimals", "dates", "address"]);

    private static readonly KeySet s_columns = new("Columns", [], [.. s_fields.Keys]);

    /// <exception cref="StartRefusedException">It cannot be read; names every fault by line.</exception>
    public static ImportMapping Read(string path)
    {
        try
        {
            return Parse(path, File.ReadAllText(path));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The mapping {path} cannot be read: {unreadable.Message}");
        }
    }

    private static ImportMapping Parse(string path, string text)
    {
        var (top, fault) = YamlText.Parse(text);
        if (top is null)
        {
            throw new StartRefusedException($"{path} {fault}");
        }

        var pass = new Pass(high: false);
        var map = new YamlMap(top, s_keys, pass);
        var columns = map.Node("columns") is { } node ? new YamlMap(node, s_columns, pass) : null;
        var mapping = new ImportMapping(
            s_fields.Where(field => columns?.Has(field.Key) == true).ToDictionary(field => field.Value, field => columns!.Text(field.Key) ?? ""),
            Texts(map, "owners").ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase),
            Texts(map, "states").ToDictionary(pair => pair.Key, pair => State(map, pair.Value), StringComparer.OrdinalIgnoreCase),
            Choice(map, "decimals", "comma", "point"),
            Choice(map, "dates", "day-first", "month-first"),
            map.Text("address"));
        if (mapping.Address is { } address && !(address.Contains("{id}", StringComparison.Ordinal) && CrmAddress.Read(address.Replace("{id}", "1", StringComparison.Ordinal)) is not null))
        {
            map.Fault("address", "'address' must be an http or https address with {id} in it, such as https://crm.example.com/deals/{id}.");
        }

        return pass.Faults.Count == 0 ? mapping : throw new StartRefusedException(string.Join(Environment.NewLine, pass.Faults.Select(f => $"{path} {f}")));
    }

    private static Dictionary<string, string> Texts(YamlMap map, string key)
    {
        var texts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        switch (map.Node(key))
        {
            case null:
                break;
            case YamlMappingNode mapping when mapping.All(pair => pair is { Key: YamlScalarNode { Value: not null }, Value: YamlScalarNode { Value: not null } }):
                foreach (var (name, value) in mapping)
                {
                    texts[((YamlScalarNode)name).Value!.Trim()] = ((YamlScalarNode)value).Value!.Trim();
                }

                break;
            default:
                map.Fault(key, $"'{key}' is written as names with values, such as 'Kim Park: kim'.");
                break;
        }

        return texts;
    }

    private static DealState State(YamlMap map, string said)
    {
        if (DealStates.Read(said) is { } state)
        {
            return state;
        }

        map.Fault("states", $"'{said}' is no state. There are open, parked, won and lost.");
        return DealState.Open;
    }

    private static bool? Choice(YamlMap map, string key, string yes, string no)
    {
        var said = map.Text(key);
        if (said is not null && said != yes && said != no)
        {
            map.Fault(key, $"'{key}' is '{yes}' or '{no}'.");
        }

        return said is null ? null : said == yes;
    }
}
