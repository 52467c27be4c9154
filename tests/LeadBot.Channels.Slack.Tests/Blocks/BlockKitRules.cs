using System.Text.Json.Nodes;

namespace LeadBot.Channels.Slack.Tests.Blocks;

/// <summary>
/// The numbers of Slack's Block Kit reference, checked one by one: what a message, a form or a page breaks of them. Written
/// from the reference and not from our own limits.
/// </summary>
internal static class BlockKitRules
{
    public static IReadOnlyList<string> BrokenByMessage(JsonObject message)
    {
        var broken = new List<string>();
        Text(broken, "text", message["text"], 4000);
        var blocks = message["blocks"]!.AsArray();
        Blocks(broken, blocks, 50);
        var words = blocks.Where(block => block!["type"]!.GetValue<string>() != "actions").SelectMany(Words).Sum(text => text.Length);
        if (words > 13_000)
        {
            broken.Add($"{words} letters to read");
        }

        return broken;
    }

    public static IReadOnlyList<string> BrokenByView(JsonObject view)
    {
        var broken = new List<string>();
        Blocks(broken, view["blocks"]!.AsArray(), 100);
        foreach (var name in (string[])["title", "submit", "close"])
        {
            if (view[name] is { } text)
            {
                Plain(broken, name, text, 24);
            }
        }

        Optional(broken, "private_metadata", view["private_metadata"], 3000);
        Optional(broken, "callback_id", view["callback_id"], 255);
        if (view["type"]!.GetValue<string>() == "modal")
        {
            Require(broken, view["title"] is not null, "a form has a title");
            Require(broken, view["submit"] is not null || !view["blocks"]!.AsArray().Any(block => block!["type"]!.GetValue<string>() == "input"), "inputs are submitted");
        }

        Require(broken, view.ToJsonString().Length < 250_000, "a view is below 250 kB");
        return broken;
    }

    private static void Blocks(List<string> broken, JsonArray blocks, int most)
    {
        Require(broken, blocks.Count <= most, $"{blocks.Count} blocks");
        var ids = blocks.Select(block => block!["block_id"]?.GetValue<string>()).OfType<string>().ToList();
        Require(broken, ids.Distinct().Count() == ids.Count, "block ids are unlike");
        ids.ForEach(id => Require(broken, id.Length is > 0 and <= 255, "a block id"));
        foreach (var block in blocks)
        {
            Block(broken, block!);
        }
    }

    private static void Block(List<string> broken, JsonNode block)
    {
        var type = block["type"]!.GetValue<string>();
        switch (type)
        {
            case "divider":
                break;
            case "header":
                Plain(broken, type, block["text"], 150);
                Require(broken, !block["text"]!["text"]!.GetValue<string>().Contains('\n', StringComparison.Ordinal), "a header is one line");
                break;
            case "section":
                Plain(broken, type, block["text"], 3000);
                break;
            case "context":
                Count(broken, type, block["elements"], 1, 10);
                All(block["elements"], text => Plain(broken, type, text, 3000));
                break;
            case "actions":
                Count(broken, type, block["elements"], 1, 25);
                All(block["elements"], element => Element(broken, element));
                Require(broken, block["elements"]!.AsArray().DistinctBy(element => element!["action_id"]!.GetValue<string>()).Count() == block["elements"]!.AsArray().Count, "action ids of a block are unlike");
                break;
            case "input":
                Plain(broken, "input label", block["label"], 2000);
                if (block["hint"] is { } hint)
                {
                    Plain(broken, "hint", hint, 2000);
                }

                Element(broken, block["element"]!);
                break;
            case "rich_text":
                All(block["elements"], lines => RichText(broken, lines));
                break;
            default:
                broken.Add($"a block of type {type}");
                break;
        }
    }

    private static void RichText(List<string> broken, JsonNode lines)
    {
        Require(broken, lines["type"]!.GetValue<string>() is "rich_text_section" or "rich_text_preformatted", "rich text is in sections");
        Count(broken, "rich text", lines["elements"], 1, int.MaxValue);
        All(lines["elements"], run =>
        {
            Require(broken, run["type"]!.GetValue<string>() is "text" or "link", "rich text is texts and links");
            Text(broken, "rich text", run["text"], 13_000);
            if (run["type"]!.GetValue<string>() == "link")
            {
                Text(broken, "url", run["url"], 3000);
            }
        });
    }

    private static void Element(List<string> broken, JsonNode element)
    {
        var type = element["type"]!.GetValue<string>();
        Text(broken, "action_id", element["action_id"], 255);
        if (element["placeholder"] is { } placeholder)
        {
            Plain(broken, "placeholder", placeholder, 150);
        }

        switch (type)
        {
            case "button":
                Plain(broken, type, element["text"], 75);
                Optional(broken, "value", element["value"], 2000);
                Optional(broken, "accessibility_label", element["accessibility_label"], 75);
                Require(broken, element["style"]?.GetValue<string>() is null or "primary" or "danger", "a button's style");
                Confirm(broken, element["confirm"]);
                break;
            case "datepicker":
                break;
            case "plain_text_input":
                Require(broken, element["max_length"]!.GetValue<int>() is >= 1 and <= 3000, "an input's length");
                break;
            case "static_select" or "radio_buttons":
                Count(broken, type, element["options"], 1, type == "radio_buttons" ? 10 : 100);
                All(element["options"], option =>
                {
                    Plain(broken, "option", option["text"], 75);
                    Text(broken, "option value", option["value"], 150);
                });
                Require(broken, element["options"]!.AsArray().DistinctBy(option => option!["value"]!.GetValue<string>()).Count() == element["options"]!.AsArray().Count, "options are unlike");
                Require(broken, element["initial_option"] is not { } initial || element["options"]!.AsArray().Any(option => JsonNode.DeepEquals(option, initial)), "the initial option is one of them");
                break;
            default:
                broken.Add($"an element of type {type}");
                break;
        }
    }

    private static void Confirm(List<string> broken, JsonNode? confirm)
    {
        if (confirm is not null)
        {
            Plain(broken, "confirm title", confirm["title"], 100);
            Plain(broken, "confirm text", confirm["text"], 300);
            Plain(broken, "confirm", confirm["confirm"], 30);
            Plain(broken, "deny", confirm["deny"], 30);
        }
    }

    private static void Plain(List<string> broken, string what, JsonNode? text, int most)
    {
        // Markup has no escape for its stars, so nothing is written in it.
        Require(broken, text?["type"]?.GetValue<string>() == "plain_text" && text["emoji"]?.GetValue<bool>() == false, $"{what} is plain text");
        Text(broken, what, text?["text"], most);
    }

    private static void Optional(List<string> broken, string what, JsonNode? text, int most)
    {
        if (text is not null)
        {
            Text(broken, what, text, most);
        }
    }

    private static void Text(List<string> broken, string what, JsonNode? text, int most) =>
        Require(broken, text?.GetValue<string>() is { Length: > 0 } said && said.Length <= most, $"{what}: {text?.ToJsonString().Length ?? 0} of {most}");

    private static void Count(List<string> broken, string what, JsonNode? list, int least, int most) =>
        Require(broken, list!.AsArray().Count >= least && list.AsArray().Count <= most, $"{what}: {list.AsArray().Count} of {most}");

    private static void Require(List<string> broken, bool holds, string rule)
    {
        if (!holds)
        {
            broken.Add(rule);
        }
    }

    private static void All(JsonNode? list, Action<JsonNode> check)
    {
        foreach (var item in list!.AsArray())
        {
            check(item!);
        }
    }

    /// <summary>Every text anywhere in it that is shown.</summary>
    public static IEnumerable<string> Words(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => field is { Key: "text", Value: JsonValue text } ? [text.GetValue<string>()] : Words(field.Value)),
        JsonArray items => items.SelectMany(Words),
        _ => [],
    };
}
