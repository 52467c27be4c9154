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
    public static IReadOnlyList<Outcome> Read(YamlMap question, string kind)
    {
        if (kind == "yes-no")
        {
            return YesNo(question.Node(kind)!, question.Pass);
        }

        var items = question.Items(kind);
        if (question.IsUnread(kind))
        {
            return Unread(question.Pass);
        }

        return kind == "date" ? Dates(items, question.Pass) : [.. items.Select(item => Listed(item, kind, question.Pass))];
    }

    /// <summary>Stands for outcomes nothing is known of: two without an edge in one pass, in the other a single one.</summary>
    public static IReadOnlyList<Outcome> Unread(Pass pass) =>
        [.. Enumerable.Range(0, pass.Either(2, 1)).Select(_ => new Outcome(new OutcomeId(pass.Id()), pass.Id(), pass.Points(), Hours: pass.Either<decimal?>(null, 1)))];

    private static List<Outcome> YesNo(YamlNode node, Pass pass)
    {
        var map = new YamlMap(node, PlaybookKeys.YesNo, pass);
        return [.. PlaybookKeys.YesNo.Required.Select(key =>
        {
            var outcome = new Outcome(new OutcomeId(key), key == "yes" ? "Yes" : "No", 0);
            return map.Node(key) is { } effects ? Effects(new YamlMap(effects, PlaybookKeys.YesOrNo, pass), outcome) : outcome with { Points = pass.Points() };
        })];
    }

    private static Outcome Listed(YamlNode item, string kind, Pass pass)
    {
        var map = new YamlMap(item, kind switch { "money" => PlaybookKeys.MoneyBand, "number" => PlaybookKeys.NumberBand, _ => PlaybookKeys.Option }, pass);
        return Effects(map, new Outcome(
            Id(map),
            map.Text("text") ?? (kind == "options" ? pass.Id() : null),
            0,
            Below: map.Number("below") ?? (kind != "options" && map.IsUnread("below") ? pass.Beyond() : null),
            Hours: map.Number("hours") ?? (kind == "number" && map.IsUnread("hours") ? pass.Either(-1, 99_999) : null)));
    }

    // Those with "within" are bands; of the rest the first is "later", the second "no date".
    private static List<Outcome> Dates(IReadOnlyList<YamlNode> items, Pass pass)
    {
        var outcomes = new List<Outcome>();
        foreach (var map in items.Select(item => new YamlMap(item, PlaybookKeys.DateBand, pass)))
        {
            var within = map.Whole("within") ?? (map.IsUnread("within") ? pass.Beyond() : null);
            var noDate = within is null && outcomes.Count > 0 && outcomes[^1].WithinDays is null;
            outcomes.Add(Effects(map, new Outcome(Id(map), null, 0, WithinDays: within, NoDate: noDate)));
        }

        return outcomes;
    }

    private static Outcome Effects(YamlMap map, Outcome outcome)
    {
        if (!map.Has("knocks-out") && !map.Has("points"))
        {
            map.FaultHere("An answer needs 'points' (0 is neutral), or 'knocks-out' with the reason.");
        }
        else if (map.Has("knocks-out") && map.Has("points"))
        {
            map.Fault("points", "Points do not count beside 'knocks-out'. Leave one of the two out.");
        }

        var (points, knocksOut, parks) = (map.Whole("points"), map.Text("knocks-out"), Parks(map));
        return outcome with
        {
            Points = points ?? (knocksOut is null ? map.Pass.Points() : 0),
            KnocksOut = knocksOut ?? (map.IsUnread("knocks-out") && points is null ? map.Pass.OnlyHigh("…") : null),
            Parks = parks ?? (map.IsUnread("parks") ? map.Pass.OnlyHigh(new Parking(1, false)) : null),
            Expect = (double)(map.Number("expect") ?? 1),
        };
    }

    private static OutcomeId Id(YamlMap map) => new(map.Text("id") ?? map.Pass.Id());

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
