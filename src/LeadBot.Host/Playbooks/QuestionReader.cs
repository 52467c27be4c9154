using LeadBot.Domain;
using LeadBot.Domain.Playbooks;
using YamlDotNet.RepresentationModel;

namespace LeadBot.Host.Playbooks;

/// <summary>Reads one question.</summary>
internal static class QuestionReader
{
    // Of a hundred; most questions of a sales talk are not answered at once now and then.
    private const double DontKnowUnlessSaid = 5;

    public static Question Read(YamlNode node, List<LineFault> faults)
    {
        var map = new YamlMap(node, PlaybookKeys.Question, faults);
        var kinds = PlaybookKeys.Kinds.Where(map.Has).ToList();
        if (kinds.Count != 1)
        {
            var count = kinds.Count == 0 ? "one of" : "only one of";
            map.Fault("id", $"A question needs {count} {string.Join(", ", PlaybookKeys.Kinds)}.");
        }

        return new Question(
            new QuestionId(map.Text("id") ?? ""),
            map.Text("ask") ?? "",
            map.Text("why") ?? "",
            map.Text("words") ?? "",
            map.Whole("seconds") ?? 1,
            kinds.Count == 0 ? QuestionKind.Choice : Kind(kinds[0]),
            kinds.Count == 0 ? [] : OutcomeReader.Read(map, kinds[0], faults),
            (double?)map.Number("dont-know") ?? DontKnowUnlessSaid);
    }

    private static QuestionKind Kind(string key) => key switch
    {
        "yes-no" => QuestionKind.YesNo,
        "money" => QuestionKind.Money,
        "number" => QuestionKind.Number,
        "date" => QuestionKind.Date,
        _ => QuestionKind.Choice,
    };
}
