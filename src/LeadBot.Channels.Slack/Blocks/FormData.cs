using System.Text.Json;
using System.Text.Json.Nodes;
using LeadBot.Dialog.Cards;

namespace LeadBot.Channels.Slack.Blocks;

/// <summary>What a form carries unseen: where it belongs, and what each of its choices does.</summary>
/// <param name="At">As given when it was made.</param>
/// <param name="Buttons">In the order of the choices.</param>
/// <param name="Days">What a day of the calendar does; null without one.</param>
internal sealed record FormData(string At, IReadOnlyList<FormData.Press> Buttons, FormData.Press? Days)
{
    public static JsonObject Write(string at, IReadOnlyList<Button> buttons, IReadOnlyList<Button>? days)
    {
        List<KeyValuePair<string, string>> shared = buttons.Count == 0 ? [] : PressData.Shared(buttons);
        var data = new JsonObject
        {
            ["at"] = at,
            ["shared"] = PressData.Object(shared),
            ["presses"] = new JsonArray([.. buttons.Select(button => new JsonArray(button.Action, PressData.Object(PressData.Own(button, shared))))]),
        };
        if (days is not null)
        {
            data["days"] = new JsonArray(days[0].Action, PressData.Object(PressData.Shared(days).Except(shared)));
        }

        return data;
    }

    /// <summary>Null when it is none of our forms' data.</summary>
    public static FormData? Read(string? text)
    {
        try
        {
            if (text is null || JsonNode.Parse(text) is not JsonObject data || PressData.Read(data["shared"]) is not { } shared
                || data["at"] is not JsonValue at || !at.TryGetValue(out string? where) || data["presses"] is not JsonArray presses)
            {
                return null;
            }

            var read = presses.Select(press => Press.Read(press, shared)).ToList();
            return read.Contains(null) ? null : new FormData(where, [.. read.OfType<Press>()], Press.Read(data["days"], shared));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>An action and its fields.</summary>
    internal sealed record Press(string Action, IReadOnlyDictionary<string, string> Fields)
    {
        public static Press? Read(JsonNode? json, Dictionary<string, string> shared) =>
            json is JsonArray { Count: 2 } press && press[0] is JsonValue action && action.TryGetValue(out string? name) && PressData.Read(press[1]) is { } own
                ? new Press(name, shared.Concat(own).DistinctBy(field => field.Key).ToDictionary())
                : null;
    }
}
