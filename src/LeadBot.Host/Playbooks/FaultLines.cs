using LeadBot.Domain.Playbooks;
using YamlDotNet.RepresentationModel;

namespace LeadBot.Host.Playbooks;

/// <summary>Finds the line of what the Domain says makes no sense.</summary>
internal static class FaultLines
{
    /// <summary>The line of the fault's field, or of the nearest thing around it.</summary>
    public static LineFault Of(YamlNode top, PlaybookFault fault)
    {
        var path = fault switch
        {
            { Question: { } question, Outcome: { } outcome } => [.. Outcome(top, question, outcome), fault.Field],
            { Question: { } question, Field: "outcomes" } => [.. Question(question), KindOf(top, question)],
            { Question: { } question } => [.. Question(question), fault.Field],
            { Item: { } item } => [fault.Field, item],
            _ => fault.Field.Split('.').ToArray<object>(),
        };
        return new LineFault(LineAt(top, path), fault.Says);
    }

    private static object[] Question(int place) => ["questions", place];

    private static object[] Outcome(YamlNode top, int question, int outcome)
    {
        var kind = KindOf(top, question);
        return [.. Question(question), kind, kind == "yes-no" ? PlaybookKeys.YesNo.Required[outcome] : outcome];
    }

    private static string KindOf(YamlNode top, int question) =>
        PlaybookKeys.Kinds.FirstOrDefault(kind => Step(Step(Step(top, "questions").Value, question).Value, kind).Value is not null) ?? "";

    private static int LineAt(YamlNode top, object[] path)
    {
        var line = YamlMap.LineOf(top);
        YamlNode? node = top;
        foreach (var step in path)
        {
            (var at, node) = Step(node, step);
            line = at is null ? line : YamlMap.LineOf(at);
        }

        return line;
    }

    private static (YamlNode? At, YamlNode? Value) Step(YamlNode? node, object step) => (node, step) switch
    {
        (YamlMappingNode map, string key) => map.Where(pair => pair.Key is YamlScalarNode scalar && scalar.Value == key).Select(pair => (pair.Key, pair.Value)).FirstOrDefault(),
        (YamlSequenceNode list, int place) when place < list.Children.Count => (list.Children[place], list.Children[place]),
        _ => (null, null),
    };
}
