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
    /// <param name="wraps">The client lets buttons wrap by itself, so that none need be laid out for a phone.</param>
    public static Dictionary<string, object?> Render(Card card, bool execute, bool wraps = false)
    {
        ArgumentNullException.ThrowIfNull(card);
        var fitting = CardLength.Fit(card);
        var body = Body(fitting, execute, wraps);
        var rows = Rows(fitting.Buttons, wraps);
        var rendered = new Dictionary<string, object?>
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.5",
            ["fallbackText"] = CardLength.Summary(card),
            ["body"] = body,
        };

        var afterRow = EndsRow(fitting.Parts, fitting.Parts.Count);
        if (rows.Count == 1 && !afterRow)
        {
            rendered["actions"] = Actions(rows[0], execute);
        }
        else
        {
            body.AddRange(rows.Select((row, i) => Apart(ActionSet(Actions(row, execute)), afterRow && i == 0)));
        }

        return rendered;
    }

    private static List<object?> Body(Card card, bool execute, bool wraps)
    {
        var body = new List<object?>();
        var parts = card.Parts.Count == 0 ? [new CardPart.Paragraph(card.Summary)] : card.Parts;
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i] is CardPart.Row row)
            {
                body.AddRange(Rows(row.Buttons, wraps).Select(buttons => ActionSet(Actions(buttons, execute))));
            }
            else
            {
                body.Add(Apart(Part(parts[i]), parts[i] is not CardPart.Link && EndsRow(parts, i)));
            }
        }

        return body;
    }

    // A link right below a deal's buttons is that deal's, too.
    private static bool EndsRow(IReadOnlyList<CardPart> parts, int before) =>
        parts.Take(before).Reverse().SkipWhile(part => part is CardPart.Link).FirstOrDefault() is CardPart.Row;

    /// <summary>Set apart from buttons that belong to what stands above them.</summary>
    private static Dictionary<string, object?> Apart(Dictionary<string, object?> element, bool isApart)
    {
        if (isApart)
        {
            element["separator"] = true;
            element["spacing"] = "Large";
        }

        return element;
    }

    private static IReadOnlyList<IReadOnlyList<Button>> Rows(IReadOnlyList<Button> buttons, bool wraps) =>
        !wraps ? ButtonRows.Of(buttons) : buttons.Count > 0 ? [buttons] : [];

    private static Dictionary<string, object?> Part(CardPart part) => part switch
    {
        CardPart.Heading heading => Heading(heading),
        CardPart.Paragraph paragraph => Paragraph(paragraph),
        CardPart.Facts facts => Facts(facts),
        CardPart.ToCopy words => ToCopy(words),
        CardPart.TextField field => CardFields.Text(field),
        CardPart.Link link => CardLinks.Render(link),
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

    private static Dictionary<string, object?> ActionSet(List<object?> actions) => new() { ["type"] = "ActionSet", ["actions"] = actions };

    private static List<object?> Actions(IReadOnlyList<Button> buttons, bool execute) =>
        [.. buttons.Select(button => CardButtons.Render(button, execute))];
}
