using System.Text.Json.Nodes;

namespace LeadBot.Host.LocalChat;

/// <summary>
/// What the chat page's buttons carry beside their own data, since Web Chat posts nothing but that: the activity they
/// are on, to redraw it, and their label, to show what was pressed.
/// </summary>
public sealed record PressMark(string ActivityId, string Label)
{
    private const string Field = "page";

    /// <summary>Marks every <c>Action.Submit</c> of an Adaptive Card.</summary>
    public static void Put(JsonNode card, string activityId)
    {
        switch (card)
        {
            case JsonArray items:
                foreach (var item in items.OfType<JsonNode>())
                {
                    Put(item, activityId);
                }

                break;
            case JsonObject action when action["data"] is JsonObject data:
                data[Field] = new JsonObject { ["activity"] = activityId, ["label"] = action["title"]?.DeepClone() };
                break;
            case JsonObject part:
                foreach (var value in part.Select(p => p.Value).OfType<JsonNode>().ToList())
                {
                    Put(value, activityId);
                }

                break;
        }
    }

    /// <summary>The mark of a pressed button; null when it has none.</summary>
    public static PressMark? Read(JsonNode? pressed) =>
        pressed is JsonObject data && data[Field] is JsonObject mark
            && mark["activity"].Text() is { } activity && mark["label"].Text() is { } label
            ? new PressMark(activity, label)
            : null;
}
