using System.Text.Json.Nodes;

namespace LeadBot.Scenarios.Slack;

/// <summary>Something Slack shows, as the bot last made it.</summary>
/// <param name="Where"><c>message</c>, <c>ephemeral</c>, <c>home</c> or <c>modal</c>.</param>
/// <param name="Id">The message's <c>ts</c>, or the view's id.</param>
/// <param name="User">Who alone sees it; null: everybody in the channel.</param>
/// <param name="Body">With its <c>blocks</c>.</param>
internal sealed record Shown(string Where, string Id, string? Channel, string? Thread, string? User, JsonObject Body)
{
    /// <summary>All that a person reads on it, a line each.</summary>
    public string Text => Body["blocks"] is JsonArray { Count: > 0 } blocks ? TextOf(blocks) : (string?)Body["text"] ?? "";

    /// <summary>What can be pressed, in order: a button, or a choice of a menu.</summary>
    public IEnumerable<(string Label, JsonObject Action)> Presses => All(Body["blocks"])
        .Where(block => (string?)block["type"] == "actions")
        .SelectMany(block => block["elements"]!.AsArray().OfType<JsonObject>().SelectMany(Of));

    /// <summary>What can be chosen in a form, in order.</summary>
    public IEnumerable<string> Choices => All(Body["blocks"]).SelectMany(part => part["options"] as JsonArray ?? []).OfType<JsonObject>().Select(Label);

    /// <summary>All that a person reads in blocks, a line each.</summary>
    public static string TextOf(JsonNode? blocks) => string.Join('\n', All(blocks).Select(part => part["text"]).OfType<JsonValue>().Select(text => text.GetValue<string>()));

    /// <summary>Every object within.</summary>
    public static IEnumerable<JsonObject> All(JsonNode? node) => node switch
    {
        JsonObject inside => inside.SelectMany(property => All(property.Value)).Prepend(inside),
        JsonArray items => items.SelectMany(All),
        _ => [],
    };

    private static IEnumerable<(string, JsonObject)> Of(JsonObject element)
    {
        var action = new JsonObject { ["type"] = (string?)element["type"], ["action_id"] = (string?)element["action_id"] };
        switch ((string?)element["type"])
        {
            case "button":
                action["value"] = (string?)element["value"];
                yield return (Label(element), action);
                break;
            case "static_select":
                foreach (var option in element["options"]!.AsArray().OfType<JsonObject>())
                {
                    var chosen = (JsonObject)action.DeepClone();
                    chosen["selected_option"] = option.DeepClone();
                    yield return (Label(option), chosen);
                }

                break;
        }
    }

    private static string Label(JsonObject labelled) => (string)labelled["text"]!["text"]!;
}
