using System.Text.Json.Nodes;

namespace LeadBot.Scenarios.Slack.Transcripts;

/// <summary>Blocks in the notation of transcripts: what a person reads and can press, line by line.</summary>
internal static class Transcribed
{
    private static readonly (string Sign, string Tone)[] s_tones = [("✅ ", "Good"), ("⚠️ ", "Warning"), ("🛑 ", "Bad")];

    public static IEnumerable<string> Lines(JsonNode? blocks) => (blocks as JsonArray ?? []).OfType<JsonObject>().SelectMany(Block).SelectMany(line => line.Split('\n')).Select(line => line.TrimEnd());

    private static IEnumerable<string> Block(JsonObject block)
    {
        switch ((string)block["type"]!)
        {
            case "header":
                yield return Heading(Text(block["text"]!));
                break;
            case "section":
                yield return Text(block["text"]!);
                break;
            case "context":
                yield return $"~ {Text(block["elements"]![0]!)}";
                break;
            case "actions":
                yield return Labels(block["elements"]!.AsArray().OfType<JsonObject>().SelectMany(Pressed));
                break;
            case "rich_text":
                foreach (var line in Rich([.. block["elements"]!.AsArray().OfType<JsonObject>()]))
                {
                    yield return line;
                }

                break;
            case "input":
                foreach (var line in Input(block))
                {
                    yield return line;
                }

                break;
        }
    }

    private static string Heading(string text) =>
        s_tones.FirstOrDefault(tone => text.StartsWith(tone.Sign, StringComparison.Ordinal)) is { Sign: { } sign, Tone: var tone } ? $"# {text[sign.Length..]} ({tone})" : $"# {text}";

    private static IEnumerable<string> Pressed(JsonObject element) => (string?)element["type"] switch
    {
        "button" => [Text(element["text"]!)],
        "static_select" => Options(element),
        _ => [],
    };

    private static IEnumerable<string> Options(JsonObject menu) => menu["options"]!.AsArray().Select(option => Text(option!["text"]!));

    private static IEnumerable<string> Rich(List<JsonObject> elements)
    {
        var runs = elements[0]["elements"]!.AsArray().OfType<JsonObject>().ToList();
        if (elements is [_, var copied])
        {
            return Text(copied["elements"]![0]!).Split('\n').Select(line => $">   {line}").Prepend($"> {Text(runs[0])}");
        }

        if ((string?)runs[0]["type"] == "link")
        {
            return [$"({Text(runs[0])}: {(string?)runs[0]["url"]})"];
        }

        return runs is [var heading] ? [Heading(Text(heading))] : Facts(runs);
    }

    /// <summary>A bold label and its value in turn, with a new line between two facts.</summary>
    private static IEnumerable<string> Facts(List<JsonObject> runs) =>
        runs.Where(run => Text(run) != "\n").Chunk(2).Select(fact => Text(fact[0]) is [.., ':'] label ? $"- {label}{Text(fact[1])}" : $"- {Text(fact[0])}:{Text(fact[1])}");

    /// <summary>What is filled in: a field, or in a window what is chosen under its question.</summary>
    private static IEnumerable<string> Input(JsonObject input)
    {
        var element = input["element"]!.AsObject();
        var lines = (string?)element["type"] switch
        {
            "radio_buttons" or "static_select" => [Text(input["label"]!), Labels(Options(element))],
            "plain_text_input" => [$"_____ {Text(input["label"]!)}"],
            _ => Array.Empty<string>(),
        };
        return input["hint"] is { } hint ? lines.Append($"~ {Text(hint)}") : lines;
    }

    private static string Labels(IEnumerable<string> labels) => string.Join(' ', labels.Select(label => $"[{label}]"));

    private static string Text(JsonNode text) => (string)text["text"]!;
}
