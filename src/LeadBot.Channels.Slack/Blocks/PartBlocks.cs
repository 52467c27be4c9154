using System.Text.Json.Nodes;
using LeadBot.Dialog.Cards;

namespace LeadBot.Channels.Slack.Blocks;

/// <summary>What is read or filled in on a card, part by part.</summary>
internal static class PartBlocks
{
    /// <summary>The id of a field's input begins so; what follows is the name it comes back under.</summary>
    public const string FieldPrefix = "field:";

    private const int LongestAddress = 1000;

    /// <param name="part">Not a row of buttons.</param>
    /// <param name="required">There is nothing but the fields to fill in: they are not called optional, and a form is not sent without them.</param>
    public static IEnumerable<JsonObject> Of(CardPart part, bool required = false) => part switch
    {
        CardPart.Heading heading => [Heading(heading)],
        CardPart.Paragraph { Subtle: true } subtle => SlackText.Pieces(subtle.Text, SlackLimits.Context).Select(Context),
        CardPart.Paragraph paragraph => SlackText.Pieces(paragraph.Text, SlackLimits.Section).Select(Section),
        CardPart.Facts facts => Facts(facts),
        CardPart.ToCopy words => [ToCopy(words)],
        CardPart.TextField field => [Field(field, required)],
        CardPart.Link link => [Link(link)],
        _ => throw new InvalidOperationException($"No rendering for {part.GetType().Name}."),
    };

    /// <summary>The part as it may be shown: an address that is not the web's is words.</summary>
    public static CardPart Checked(CardPart part) => part is CardPart.Link link && !Opens(link) ? new CardPart.Paragraph($"{link.Label}: {link.Address}", Subtle: true) : part;

    /// <summary>Whether there is anything to show.</summary>
    public static bool IsBlank(CardPart part) => part switch
    {
        CardPart.Heading heading => string.IsNullOrWhiteSpace(heading.Text),
        CardPart.Paragraph paragraph => string.IsNullOrWhiteSpace(paragraph.Text),
        CardPart.ToCopy words => string.IsNullOrWhiteSpace(words.Text),
        CardPart.Facts facts => facts.Items.Count == 0,
        CardPart.Row row => row.Buttons.Count == 0,
        _ => false,
    };

    public static JsonObject Context(string text) => new() { ["type"] = "context", ["elements"] = new JsonArray(SlackText.Plain(text, SlackLimits.Context)) };

    public static JsonObject Divider() => new() { ["type"] = "divider" };

    private static JsonObject Section(string text) => new() { ["type"] = "section", ["text"] = SlackText.Plain(text, SlackLimits.Section) };

    // Shapes, not only colours, and the words say it, too.
    private static JsonObject Heading(CardPart.Heading heading)
    {
        var text = string.Join(' ', SlackText.Tidy(heading.Text).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        text = heading.Tone switch { Tone.Good => $"✅ {text}", Tone.Warning => $"⚠️ {text}", Tone.Bad => $"🛑 {text}", _ => text };
        return text.Length <= SlackLimits.Header
            ? new JsonObject { ["type"] = "header", ["text"] = SlackText.Plain(text, SlackLimits.Header) }
            : RichText(Lines(SlackText.Run(text, bold: true)));
    }

    private static IEnumerable<JsonObject> Facts(CardPart.Facts facts)
    {
        var runs = new List<JsonNode>();
        var letters = 0;
        foreach (var fact in facts.Items)
        {
            var (label, value) = (Label(fact), SlackText.Tidy(fact.Value));
            if (letters > 0 && letters + label.Length + value.Length > SlackLimits.Section)
            {
                yield return RichText(Lines([.. runs]));
                (runs, letters) = ([], 0);
            }

            if (runs.Count > 0)
            {
                runs.Add(SlackText.Run("\n"));
            }

            runs.Add(SlackText.Run(label, bold: true));
            runs.Add(SlackText.Run($" {value}"));
            letters += label.Length + value.Length + 2;
        }

        yield return RichText(Lines([.. runs]));
    }

    private static string Label(Fact fact) => SlackText.Tidy(fact.Label) is var label && (label.Length == 0 || char.IsLetterOrDigit(label[^1]) || label[^1] is ')' or '”') ? $"{label}:" : label;

    private static JsonObject ToCopy(CardPart.ToCopy words) => RichText(
        Lines(SlackText.Run(SlackText.Tidy(words.Label) is { Length: > 0 } label ? label : "…", bold: true)),
        new JsonObject { ["type"] = "rich_text_preformatted", ["elements"] = new JsonArray(SlackText.Run(SlackText.Tidy(words.Text))) });

    private static JsonObject Field(CardPart.TextField field, bool required) => new()
    {
        ["type"] = "input",
        ["block_id"] = FieldPrefix + field.Id,
        ["optional"] = !required,
        ["label"] = SlackText.Plain(field.Label, SlackLimits.InputLabel),
        ["element"] = TextInput(field.Id),
    };

    public static JsonObject TextInput(string id) => new() { ["type"] = "plain_text_input", ["action_id"] = id, ["max_length"] = SlackLimits.Typed };

    private static JsonObject Link(CardPart.Link link) => RichText(Lines(new JsonObject
    {
        ["type"] = "link",
        ["url"] = new Uri(link.Address).AbsoluteUri,
        ["text"] = SlackText.Cut(SlackText.Tidy(link.Label) is { Length: > 0 } label ? label : link.Address, SlackLimits.Section),
    }));

    private static JsonObject RichText(params JsonNode[] elements) => new() { ["type"] = "rich_text", ["elements"] = new JsonArray(elements) };

    private static JsonObject Lines(params JsonNode[] runs) => new() { ["type"] = "rich_text_section", ["elements"] = new JsonArray(runs) };

    private static bool Opens(CardPart.Link link) => link.Address.Length <= LongestAddress
        && Uri.TryCreate(link.Address, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.AbsoluteUri.Length <= SlackLimits.Url;
}
