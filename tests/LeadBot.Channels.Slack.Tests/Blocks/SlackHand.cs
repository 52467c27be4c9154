using System.Text.Json;
using System.Text.Json.Nodes;

namespace LeadBot.Channels.Slack.Tests.Blocks;

/// <summary>Presses, chooses and fills in what was rendered, as Slack's client does, and gives the payload Slack sends.</summary>
internal static class SlackHand
{
    /// <summary>One payload for everything that can be pressed or chosen in blocks; a calendar's day is <paramref name="day"/>.</summary>
    /// <param name="typed">What was filled in, by field.</param>
    public static IEnumerable<(JsonObject Element, JsonElement Payload)> Presses(JsonArray blocks, string day = "2027-01-31", params (string Field, string? Text)[] typed)
    {
        foreach (var block in blocks.Where(block => block!["type"]!.GetValue<string>() == "actions"))
        {
            foreach (var element in block!["elements"]!.AsArray().Select(element => element!.AsObject()))
            {
                switch (element["type"]!.GetValue<string>())
                {
                    case "button":
                        yield return (element, Press(element, new JsonObject { ["value"] = element["value"]!.DeepClone() }, typed));
                        break;
                    case "static_select":
                        foreach (var option in element["options"]!.AsArray())
                        {
                            yield return (element, Press(element, new JsonObject { ["selected_option"] = option!.DeepClone() }, typed));
                        }

                        break;
                    case "datepicker":
                        yield return (element, Press(element, new JsonObject { ["selected_date"] = day }, typed));
                        break;
                }
            }
        }
    }

    /// <summary>The view of a <c>view_submission</c>.</summary>
    /// <param name="choice">Which of the choices; null: none, or there are none.</param>
    public static JsonElement Submit(JsonObject modal, int? choice = null, string? day = null, params (string Field, string? Text)[] typed)
    {
        var values = Fields(typed);
        foreach (var input in modal["blocks"]!.AsArray().Where(block => block!["type"]!.GetValue<string>() == "input"))
        {
            var (id, element) = (input!["block_id"]!.GetValue<string>(), input["element"]!);
            var type = element["type"]!.GetValue<string>();
            if (type is "radio_buttons" or "static_select")
            {
                values[id] = State(element, new JsonObject { ["selected_option"] = choice is { } at ? element["options"]![at]!.DeepClone() : null });
            }
            else if (type == "datepicker")
            {
                values[id] = State(element, new JsonObject { ["selected_date"] = day });
            }
        }

        return Element(new JsonObject
        {
            ["id"] = "V1",
            ["type"] = "modal",
            ["callback_id"] = modal["callback_id"]?.DeepClone(),
            ["private_metadata"] = modal["private_metadata"]!.DeepClone(),
            ["state"] = new JsonObject { ["values"] = values },
        });
    }

    public static JsonElement Element(JsonNode node) => JsonSerializer.SerializeToElement(node);

    private static JsonElement Press(JsonObject element, JsonObject action, (string, string?)[] typed)
    {
        action["type"] = element["type"]!.DeepClone();
        action["action_id"] = element["action_id"]!.DeepClone();
        action["block_id"] = "b1";
        return Element(new JsonObject { ["type"] = "block_actions", ["actions"] = new JsonArray(action), ["state"] = new JsonObject { ["values"] = Fields(typed) } });
    }

    private static JsonObject Fields((string Field, string? Text)[] typed) =>
        new(typed.Select(t => KeyValuePair.Create(t.Field == "words" ? t.Field : "field:" + t.Field, (JsonNode?)new JsonObject { [t.Field] = new JsonObject { ["type"] = "plain_text_input", ["value"] = t.Text } })));

    private static JsonObject State(JsonNode element, JsonObject state)
    {
        state["type"] = element["type"]!.DeepClone();
        return new JsonObject { [element["action_id"]!.GetValue<string>()] = state };
    }
}
