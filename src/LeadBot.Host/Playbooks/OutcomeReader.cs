using System.Globalization;
using System.Text.RegularExpressions;
using LeadBot.Domain;
using LeadBot.Domain.Playbooks;
using YamlDotNet.RepresentationModel;

namespace LeadBot.Host.Playbooks;

/// <summary>Reads what answers come to.</summary>
internal static partial class OutcomeReader
{
    /// <summary>Reads the outcomes that stand under the key of a question's kind.</summary>
    public static IReadOnlyList<Outcome> Read(YamlMap question, string kind, List<LineFault> faults) => kind switch
    {
        "yes-no" => YesNo(question.Node(kind)!, faults),
        "date" => Dates(question.Items(kind), faults),
        _ => [.. question.Items(kind).Select(item => Listed(item, kind, faults))],
    };

    private static List<Outcome> YesNo(YamlNode node, List<LineFault> faults)
    {
        var map = new YamlMap(node, PlaybookKeys.YesNo, faults);
        return [.. PlaybookKeys.YesNo.Required.Where(map.Has).Select(key => Effects(
            new YamlMap(map.Node(key)!, PlaybookKeys.YesOrNo, faults),
            new Outcome(new OutcomeId(key), key == "yes" ? "Yes" : "No", 0)))];
    }

    private static Outcome Listed(YamlNode item, string kind, List<LineFault> faults)
    {
        var map = new YamlMap(item, kind switch { "money" => PlaybookKeys.MoneyBand, "number" => PlaybookKeys.NumberBand, _ => PlaybookKeys.Option }, faults);
        return Effects(map, new Outcome(Id(map), map.Text("text"), 0, Below: map.Number("below"), Hours: map.Number("hours")));
    }

    // Those with "within" are bands; of the rest the first is "later", the second "no date".
    private static List<Outcome> Dates(IReadOnlyList<YamlNode> items, List<LineFault> faults)
    {
        var outcomes = new List<Outcome>();
        foreach (var map in items.Select(item => new YamlMap(item, PlaybookKeys.DateBand, faults)))
        {
            var noDate = !map.Has("within") && outcomes.Count > 0 && outcomes[^1].WithinDays is null;
            outcomes.Add(Effects(map, new Outcome(Id(map), null, 0, WithinDays: map.Whole("within"), NoDate: noDate)));
        }

        return outcomes;
    }

    private static Outcome Effects(YamlMap map, Outcome outcome)
    {
        if (!map.Has("knocks-out") && !map.Has("points"))
        {
            map.Fault("id", "An answer needs 'points' (0 is neutral), or 'knocks-out' with the reason.");
        }
        else if (map.Has("knocks-out") && map.Has("points"))
        {
            map.Fault("points", "Points do not count beside 'knocks-out'. Leave one of the two out.");
        }

        return outcome with
        {
            Points = map.Whole("points") ?? 0,
            KnocksOut = map.Text("knocks-out"),
            Parks = Parks(map),
            Expect = (double)(map.Number("expect") ?? 1),
        };
    }

    private static OutcomeId Id(YamlMap map) => new(map.Text("id") ?? "");

    private static Parking? Parks(YamlMap map)
    {
        if (map.Text("parks") is not { } text)
        {
            return null;
        }

        var match = ParksText().Match(text);
        if (match.Success && int.TryParse(match.Groups["days"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var days))
        {
            return new Parking(days, match.Groups["before"].Success);
        }

        map.Fault("parks", "'parks' is written '30 days' (from the answer on) or '90 days before' (the date that was answered).");
        return null;
    }

    [GeneratedRegex("^(?<days>[0-9]+) days?(?<before> before)?$")]
    private static partial Regex ParksText();
}
