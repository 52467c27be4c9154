using LeadBot.Dialog.Cards;

namespace LeadBot.Channels.BotFramework.Cards;

/// <summary>
/// Renders a card as an Adaptive Card of schema 1.5: nested dictionaries and lists, which both Bot Framework SDKs and
/// System.Text.Json write alike.
/// </summary>
public static class AdaptiveCards
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>The field of a button's data that names its action.</summary>
    public const string ActionField = "action";

    /// <param name="execute">Buttons are <c>Action.Execute</c> (Teams redraws the card with the answer), else <c>Action.Submit</c>.</param>
    public static Dictionary<string, object?> Render(Card card, bool execute)
    {
        ArgumentNullException.ThrowIfNull(card);
        var fitting = CardLength.Fit(card);
        var body = fitting.Parts.Count == 0
            ? [TextBlock(fitting.Summary)]
            : fitting.Parts.Select(Part).ToList<object?>();
        var rows = ButtonRows.Of(fitting.Buttons);
        var rendered = new Dictionary<string, object?>
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.5",
            ["fallbackText"] = CardLength.Summary(card),
            ["body"] = body,
        };

        if (rows.Count == 1)
        {
            rendered["actions"] = Actions(rows[0], execute);
        }
        else
        {
            body.AddRange(rows.Select(row => new Dictionary<string, object?> { ["type"] = "ActionSet", ["actions"] = Actions(row, execute) }));
        }

        return rendered;
    }

    private static object Part(CardPart part) => part switch
    {
        CardPart.Heading heading => Heading(heading),
        CardPart.Paragraph paragraph => Paragraph(paragraph),
        CardPart.Facts facts => Facts(facts),
        CardPart.ToCopy words => ToCopy(words),
        CardPart.TextField field => CardFields.Text(field),
        _ => throw new InvalidOperationException($"No rendering for {part.GetType().Name}."),
    };

    private static Dictionary<string, object?> TextBlock(string text) => new()
    {
        ["type"] = "TextBlock",
        ["text"] = CardText.Escape(text),
        ["wrap"] = true,
    };

    private static Dictionary<string, object?> Heading(CardPart.Heading heading)
    {
        var block = TextBlock(heading.Text);
        block["style"] = "heading";
        block["size"] = "Large";
        block["weight"] = "Bolder";
        if (heading.Tone != Tone.Neutral)
        {
            block["color"] = heading.Tone switch { Tone.Good => "Good", Tone.Warning => "Warning", _ => "Attention" };
        }

        return block;
    }

    private static Dictionary<string, object?> Paragraph(CardPart.Paragraph paragraph)
    {
        var block = TextBlock(paragraph.Text);
        if (paragraph.Subtle)
        {
            block["isSubtle"] = true;
        }

        return block;
    }

    private static Dictionary<string, object?> Facts(CardPart.Facts facts) => new()
    {
        ["type"] = "FactSet",
        ["facts"] = facts.Items.Select(fact => new Dictionary<string, object?>
        {
            ["title"] = CardText.Escape(fact.Label),
            ["value"] = CardText.Escape(fact.Value),
        }).ToList<object?>(),
    };

    private static Dictionary<string, object?> ToCopy(CardPart.ToCopy words)
    {
        var label = TextBlock(words.Label);
        label["isSubtle"] = true;
        label["size"] = "Small";
        return new()
        {
            ["type"] = "Container",
            ["style"] = "emphasis",
            ["items"] = new List<object?> { label, TextBlock(words.Text) },
        };
    }

    private static List<object?> Actions(IReadOnlyList<Button> buttons, bool execute) =>
        [.. buttons.Select(button => CardButtons.Render(button, execute))];
}
