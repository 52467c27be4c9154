using LeadBot.Domain;
using LeadBot.Domain.Playbooks;
using YamlDotNet.RepresentationModel;

namespace LeadBot.Host.Playbooks;

/// <summary>Reads one question.</summary>
internal static class QuestionReader
{
    // Of a hundred; most questions of a sales talk are not answered at once now and then.
    private const double DontKnowUnlessSaid = 5;

    public static Question Read(YamlNode node, Pass pass)
    {
        var map = new YamlMap(node, PlaybookKeys.Question, pass);
        var kinds = PlaybookKeys.Kinds.Where(map.Has).ToList();
        if (kinds.Count != 1)
        {
            var count = kinds.Count == 0 ? "one of" : "only one of";
            map.FaultHere($"A question needs {count} {string.Join(", ", PlaybookKeys.Kinds)}.");
        }

        return new Question(
            new QuestionId(map.Text("id") ?? pass.Id()),
            map.Text("ask") ?? pass.Id(),
            map.Text("why") ?? pass.Id(),
            map.Text("words") ?? pass.Id(),
            map.Whole("seconds") ?? 1,
            kinds.Count == 1 ? Kind(kinds[0]) : pass.Either(QuestionKind.Money, QuestionKind.Number),
            kinds.Count == 1 ? OutcomeReader.Read(map, kinds[0]) : OutcomeReader.Unread(pass),
            (double?)map.Number("dont-know") ?? DontKnowUnlessSaid);
    }

    /// <summary>Stands for questions nothing is known of.</summary>
    public static Question Unread(Pass pass) =>
        new(new QuestionId(pass.Id()), pass.Id(), pass.Id(), pass.Id(), 1, QuestionKind.Choice, OutcomeReader.Unread(pass), DontKnowUnlessSaid);

    private static QuestionKind Kind(string key) => key switch
    {
        "yes-no" => QuestionKind.YesNo,
        "money" => QuestionKind.Money,
        "number" => QuestionKind.Number,
        "date" => QuestionKind.Date,
        _ => QuestionKind.Choice,
    };
}
