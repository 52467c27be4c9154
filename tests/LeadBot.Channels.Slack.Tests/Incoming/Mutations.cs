using System.Text.Json.Nodes;
using CsCheck;

namespace LeadBot.Channels.Slack.Tests.Incoming;

/// <summary>Real payloads with a few things in them gone, moved or of another kind.</summary>
internal static class Mutations
{
    private static readonly Gen<JsonNode?> s_wrong = Gen.Frequency(
        (2, Gen.Bool.Select(_ => (JsonNode?)null)),
        (2, Gen.Int.Select(number => (JsonNode?)JsonValue.Create(number))),
        (1, Gen.Bool.Select(yes => (JsonNode?)JsonValue.Create(yes))),
        (3, Gen.String[0, 30].Select(text => (JsonNode?)JsonValue.Create(text))),
        (1, Gen.Int[1, 5000].Select(long_ => (JsonNode?)JsonValue.Create(new string('x', long_)))),
        (1, Gen.OneOf("[]", "{}", "[null]", "[[]]", "[{}]", "{\"id\":[]}", "\"HALF\"", "{\"HALF\":1}", "1e400", "\"<@U\"", "\"<@U0|>\"", "\"T|1\"").Select(text => JsonNode.Parse(text))));

    public static Gen<string> Of(string[] payloads) =>
        from payload in Gen.OneOf(payloads)
        from changes in Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 3], s_wrong).Array[1, 4]
        select Mutate(payload, changes);

    private static string Mutate(string payload, (int At, int How, JsonNode? Wrong)[] changes)
    {
        var root = JsonNode.Parse(payload)!;
        foreach (var (at, how, wrong) in changes)
        {
            var nodes = Inside(root).ToList();
            if (nodes.Count == 0)
            {
                break;
            }

            var (parent, name) = nodes[at % nodes.Count];
            switch (how)
            {
                case 0:
                    parent.Remove(name);
                    break;
                case 1 when parent[name] is { } moved:
                    parent[name] = new JsonArray(moved.DeepClone());
                    break;
                default:
                    parent[name] = wrong?.DeepClone();
                    break;
            }
        }

        // Half a character, which JSON allows in its own way of writing it alone.
        return root.ToJsonString().Replace("HALF", "\\ud800", StringComparison.Ordinal);
    }

    private static IEnumerable<(JsonObject Parent, string Name)> Inside(JsonNode? node) => node switch
    {
        JsonObject parent => parent.ToList().SelectMany(field => Inside(field.Value).Prepend((parent, field.Key))),
        JsonArray list => list.SelectMany(Inside),
        _ => [],
    };
}
