using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadBot.Dialog.Cards;

namespace LeadBot.Channels.Slack.Blocks;

/// <summary>What a button carries, as the compact JSON that Slack hands back when it is pressed.</summary>
internal static class PressData
{
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonObject Object(IEnumerable<KeyValuePair<string, string>> data) =>
        new(data.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)JsonValue.Create(field.Value))));

    public static string Text(JsonNode data) => data.ToJsonString(s_json);

    public static string Text(IEnumerable<KeyValuePair<string, string>> data) => Text(Object(data));

    /// <summary>The fields; null when it is no object of texts.</summary>
    public static Dictionary<string, string>? Read(string? text)
    {
        try
        {
            return text is null ? null : Read(JsonNode.Parse(text));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static Dictionary<string, string>? Read(JsonNode? data) =>
        data is JsonObject fields && fields.All(field => field.Value?.GetValueKind() == JsonValueKind.String)
            ? fields.ToDictionary(field => field.Key, field => field.Value!.GetValue<string>())
            : null;

    /// <summary>What all of these carry alike.</summary>
    public static List<KeyValuePair<string, string>> Shared(IReadOnlyList<Button> buttons) =>
        [.. buttons[0].Data.Where(field => buttons.All(button => button.Data.TryGetValue(field.Key, out var value) && value == field.Value))];

    /// <summary>What this one carries besides.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Own(Button button, IReadOnlyList<KeyValuePair<string, string>> shared) =>
        button.Data.Where(field => !shared.Contains(field));

    /// <summary>Days to choose from: a calendar may stand beside them.</summary>
    public static bool AreDays(IReadOnlyList<Button> alike) =>
        alike.Count > 1 && alike.Select(button => button.Data.GetValueOrDefault(ButtonFields.Day)).Distinct().Count() == alike.Count
        && alike.All(button => button.Data.ContainsKey(ButtonFields.Day));
}
