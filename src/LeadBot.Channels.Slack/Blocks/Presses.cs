using System.Globalization;
using System.Text.Json;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Incoming;

namespace LeadBot.Channels.Slack.Blocks;

/// <summary>Reads what was pressed, chosen or sent back into what the dialog understands.</summary>
internal static class Presses
{
    /// <summary>A button, a choice from a menu or a day of a calendar, in the payload of <c>block_actions</c>.</summary>
    /// <param name="payload">The whole payload; what was filled in beside the button is in its state.</param>
    /// <returns>Null: not understood, or nothing was chosen.</returns>
    public static Said.Pressed? ReadAction(JsonElement payload, bool canRedraw)
    {
        if (At(payload, "actions") is not { ValueKind: JsonValueKind.Array } actions || actions.GetArrayLength() != 1 || Text(actions[0], "action_id") is not { } id)
        {
            return null;
        }

        var (action, parts) = (actions[0], id.Split(PressBlocks.Between, 3));
        var shared = parts.Length == 3 ? PressData.Read(parts[2]) : [];
        var own = Text(action, "type") switch
        {
            "button" => PressData.Read(Text(action, "value")),
            "static_select" => PressData.Read(Text(action, "selected_option", "value")),
            "datepicker" when Text(action, "selected_date") is { } day => new Dictionary<string, string> { [ButtonFields.Day] = day },
            _ => null,
        };
        if (parts.Length < 2 || parts[0].Length == 0 || shared is null || own is null)
        {
            return null;
        }

        return Pressed(parts[0], shared.Concat(own), At(payload, "state") ?? At(payload, "view", "state"), canRedraw);
    }

    /// <summary>A form that was sent.</summary>
    /// <param name="view">The <c>view</c> of a <c>view_submission</c>.</param>
    /// <returns>Where it belongs, and what was said, null when nothing was; null when it is none of our forms.</returns>
    public static (string At, Said.Pressed? Said)? ReadSubmission(JsonElement view)
    {
        if (FormData.Read(Text(view, "private_metadata")) is not { } form)
        {
            return null;
        }

        var state = At(view, "state");
        if (form.Days is { } days && Text(view, "state", "values", Modals.Day, Modals.Day, "selected_date") is { } day)
        {
            return (form.At, Pressed(days.Action, days.Fields.Append(KeyValuePair.Create(ButtonFields.Day, day)), state, canRedraw: false));
        }

        var chosen = Text(view, "state", "values", Modals.Choice, Modals.Choice, "selected_option", "value");
        var index = form.Buttons.Count == 1 ? 0 : int.TryParse(chosen, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : -1;
        if (index >= 0 && index < form.Buttons.Count)
        {
            return (form.At, Pressed(form.Buttons[index].Action, form.Buttons[index].Fields, state, canRedraw: false));
        }

        // The day may be among the words, or is asked for next.
        return (form.At, form.Days is { } meant && Typed(state).Any(field => field.Value.Length > 0) ? Pressed(meant.Action, meant.Fields, state, canRedraw: false) : null);
    }

    private static Said.Pressed Pressed(string action, IEnumerable<KeyValuePair<string, string>> data, JsonElement? state, bool canRedraw) =>
        new(action, Typed(state).Concat(data).DistinctBy(field => field.Key).ToDictionary(), canRedraw);

    /// <summary>What was filled in, under the names of the fields; empty where nothing was.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Typed(JsonElement? state)
    {
        if (state is not { } given || At(given, "values") is not { ValueKind: JsonValueKind.Object } values)
        {
            yield break;
        }

        foreach (var block in values.EnumerateObject().Where(block => block.Value.ValueKind == JsonValueKind.Object))
        {
            foreach (var input in block.Value.EnumerateObject().Where(input => Text(input.Value, "type") == "plain_text_input"))
            {
                yield return KeyValuePair.Create(input.Name, Text(input.Value, "value")?.Trim() ?? "");
            }
        }
    }

    private static string? Text(JsonElement json, params ReadOnlySpan<string> path) =>
        At(json, path) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement? At(JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out json))
            {
                return null;
            }
        }

        return json;
    }
}
