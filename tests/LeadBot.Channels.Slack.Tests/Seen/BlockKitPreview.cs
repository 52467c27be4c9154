using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace LeadBot.Channels.Slack.Tests.Seen;

/// <summary>Draws blocks about as Slack does, to be looked at.</summary>
internal static class BlockKitPreview
{
    private const string Css = """
        * { box-sizing: border-box; }
        body { margin: 0; padding: 16px; background: #fff; color: #1d1c1d; font: 15px/22px Lato, "DejaVu Sans", sans-serif; display: flex; flex-wrap: wrap; gap: 20px; align-items: flex-start; }
        body.desktop > * { width: 600px; } body.phone > * { width: 358px; }
        .message { display: flex; gap: 8px; } .avatar { flex: none; width: 36px; height: 36px; border-radius: 6px; background: #4a154b; }
        .message > div:last-child { min-width: 0; flex: 1; } .who { font-weight: 900; } .app { font-size: 10px; background: #ececec; color: #616061; border-radius: 2px; padding: 1px 3px; margin-left: 4px; }
        .block { margin: 0 0 8px; overflow-wrap: anywhere; white-space: pre-wrap; } .header { font-size: 18px; font-weight: 900; margin-top: 8px; } .context { font-size: 13px; line-height: 18px; color: #616061; }
        .actions { display: flex; flex-wrap: wrap; gap: 8px; white-space: nowrap; } .divider { border-top: 1px solid #ddd; margin: 12px 0; }
        .button, .select, .date { border: 1px solid #bbb; border-radius: 8px; padding: 2px 12px; height: 30px; line-height: 24px; font-size: 13px; font-weight: 700; overflow: hidden; text-overflow: ellipsis; max-width: 100%; }
        .select, .date { font-weight: 400; color: #616061; border-radius: 4px; } .primary { background: #007a5a; border-color: #007a5a; color: #fff; } .danger { background: #e01e5a; border-color: #e01e5a; color: #fff; }
        b { font-weight: 900; } a { color: #1264a3; } .pre { border: 1px solid #ddd; border-radius: 4px; background: #f8f8f8; padding: 8px; font: 12px/18px "DejaVu Sans Mono", monospace; margin-top: 4px; }
        .label { font-weight: 700; margin-bottom: 4px; } .optional { font-weight: 400; color: #616061; } .input { border: 1px solid #888; border-radius: 4px; height: 36px; padding: 6px 12px; color: #888; } .radio { padding-left: 24px; position: relative; margin: 4px 0; } .radio i { position: absolute; left: 0; top: 4px; width: 14px; height: 14px; border: 1px solid #888; border-radius: 7px; } .radio .on { border: 4px solid #1264a3; }
        .modal { border-radius: 8px; box-shadow: 0 0 0 1px #ccc, 0 4px 18px #0003; } .title { font-size: 20px; font-weight: 900; padding: 16px 20px; border-bottom: 1px solid #eee; } .content { padding: 16px 20px; } .foot { padding: 12px 20px; border-top: 1px solid #eee; display: flex; gap: 8px; justify-content: flex-end; } .home { border: 1px solid #ddd; border-radius: 8px; padding: 16px; }
        h6 { margin: 0 0 4px; font: italic 11px sans-serif; color: #aaa; } .e { display: inline-block; width: 18px; height: 18px; border-radius: 4px; color: #fff; text-align: center; font: bold 13px/18px "DejaVu Sans"; vertical-align: -3px; }
        """;

    // Anything wider than its place says so in the page's title.
    private const string Script = "document.title = [...document.querySelectorAll('.block, .button:not(.readout), .select, .content, .message > div')].filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.textContent).join(' | ');";

    public static string Page(bool phone, IEnumerable<(string Name, JsonObject Made)> made)
    {
        var page = new StringBuilder($"<!doctype html><meta charset=utf-8><style>{Css}</style><body class={(phone ? "phone" : "desktop")}>");
        foreach (var (name, json) in made)
        {
            page.Append(CultureInfo.InvariantCulture, $"<section><h6>{Text(name)}</h6>{Surface(json)}</section>");
        }

        return page.Append(CultureInfo.InvariantCulture, $"<script>{Script}</script>").ToString();
    }

    private static string Surface(JsonObject json)
    {
        var blocks = string.Concat(json["blocks"]!.AsArray().Select(block => Block(block!)));
        return json["type"]?.GetValue<string>() switch
        {
            "modal" => $"<div class=modal><div class=title>{Text(json["title"])}</div><div class=content>{blocks}</div><div class=foot><span class=button>{Text(json["close"])}</span>{(json["submit"] is { } submit ? $"<span class='button primary'>{Text(submit)}</span>" : "")}</div></div>",
            "home" => $"<div class=home>{blocks}</div>",
            _ => $"<div class=message><div class=avatar></div><div><span class=who>LeadBot</span><span class=app>APP</span>{blocks}</div></div>",
        };
    }

    private static string Block(JsonNode block) => block["type"]!.GetValue<string>() switch
    {
        "header" => $"<div class='block header'>{Text(block["text"])}</div>",
        "section" => $"<div class=block>{Text(block["text"])}</div>",
        "context" => $"<div class='block context'>{Text(block["elements"]![0])}</div>",
        "divider" => "<div class=divider></div>",
        "actions" => $"<div class='block actions'>{string.Concat(block["elements"]!.AsArray().Select(element => Element(element!)))}</div>",
        "rich_text" => $"<div class=block>{string.Concat(block["elements"]!.AsArray().Select(lines => RichText(lines!)))}</div>",
        "input" => $"<div class=block><div class=label>{Text(block["label"])}{(block["optional"]!.GetValue<bool>() ? " <span class=optional>(optional)</span>" : "")}</div>{Element(block["element"]!)}{(block["hint"] is { } hint ? $"<div class=context>{Text(hint)}</div>" : "")}</div>",
        var other => throw new InvalidOperationException($"No picture of {other}."),
    };

    private static string RichText(JsonNode lines)
    {
        var runs = string.Concat(lines["elements"]!.AsArray().Select(run => (run!["type"]!.GetValue<string>(), run["style"]) switch
        {
            ("link", _) => $"<a href='#'>{Text(run["text"]!.GetValue<string>())}</a>",
            (_, not null) => $"<b>{Text(run["text"]!.GetValue<string>())}</b>",
            _ => Text(run["text"]!.GetValue<string>()),
        }));
        return lines["type"]!.GetValue<string>() == "rich_text_preformatted" ? $"<div class=pre>{runs}</div>" : $"<div>{runs}</div>";
    }

    private static string Element(JsonNode element) => element["type"]!.GetValue<string>() switch
    {
        "button" => $"<span class='button {element["style"]}{(element["accessibility_label"] is null ? "" : " readout")}'>{Text(element["text"])}</span>",
        "static_select" => $"<span class=select>{Text(element["placeholder"])} ▾</span>",
        "datepicker" => $"<span class=date>▦ {(element["placeholder"] is { } placeholder ? Text(placeholder) : "Select a date")}</span>",
        "plain_text_input" => "<div class=input></div>",
        "radio_buttons" => string.Concat(element["options"]!.AsArray().Select(option =>
            $"<div class=radio><i{(JsonNode.DeepEquals(option, element["initial_option"]) ? " class=on" : "")}></i>{Text(option!["text"])}</div>")),
        var other => throw new InvalidOperationException($"No picture of {other}."),
    };

    private static string Text(JsonNode? text) => Text(text!["text"]!.GetValue<string>());

    // The machine's fonts have no coloured emoji.
    private static string Text(string text) => WebUtility.HtmlEncode(text)
        .Replace(WebUtility.HtmlEncode("✅"), "<span class=e style='background:#2bac76'>✓</span>", StringComparison.Ordinal)
        .Replace(WebUtility.HtmlEncode("⚠️"), "<span class=e style='background:#de9e31'>!</span>", StringComparison.Ordinal)
        .Replace(WebUtility.HtmlEncode("🛑"), "<span class=e style='background:#e01e5a'>■</span>", StringComparison.Ordinal);
}
