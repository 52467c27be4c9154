using System.Globalization;
using System.Text.Json.Nodes;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Wording;

namespace LeadBot.Channels.Slack.Blocks;

/// <summary>
/// A card as a form in a window of its own: what is asked, its fields, and its buttons as choices. A button that is alone
/// is the one that sends the form. Beside days to choose from there is a calendar. Nothing is typed into it but its
/// fields: the conversation waits for no words of a form.
/// </summary>
internal static class Modals
{
    /// <summary>The <c>callback_id</c> of every form.</summary>
    public const string Callback = "leadbot-form";

    /// <summary>The ids of the choices and of the calendar.</summary>
    public const string Choice = "choice";
    public const string Day = "day";

    /// <summary>The <c>view</c> of <c>views.open</c>, and of a submission's <c>response_action: update</c>.</summary>
    /// <param name="at">Comes back with the submission: where it belongs.</param>
    /// <returns>Null when a form cannot hold it; a message can.</returns>
    public static JsonObject? Of(Card card, string at)
    {
        var buttons = card.AllButtons.ToList();
        var days = buttons.Where(button => button.Data.ContainsKey(ButtonFields.Day)).GroupBy(button => button.Action).Select(group => group.ToList()).FirstOrDefault(PressData.AreDays);
        var metadata = PressData.Text(FormData.Write(at, buttons, days));
        if (metadata.Length > SlackLimits.Metadata || buttons.Count > SlackLimits.Options)
        {
            return null;
        }

        var view = new JsonObject
        {
            ["type"] = "modal",
            ["callback_id"] = Callback,
            ["title"] = SlackText.Plain(FormWords.Title, SlackLimits.ViewButton),
            ["close"] = SlackText.Plain(FormWords.Cancel, SlackLimits.ViewButton),
            ["private_metadata"] = metadata,
            ["blocks"] = new JsonArray([.. Blocks(card, buttons, days is not null)]),
        };
        if (buttons.Count > 0 || view["blocks"]!.AsArray().Any(block => block!["type"]!.GetValue<string>() == "input"))
        {
            view["submit"] = SlackText.Plain(buttons.Count == 1 ? buttons[0].Label : FormWords.Send, SlackLimits.ViewButton);
        }

        return view;
    }

    private static IEnumerable<JsonObject> Blocks(Card card, List<Button> buttons, bool areDays)
    {
        var parts = CardLength.Fit([.. CardBlocks.Parts(card).Where(part => part is not CardPart.Row)], buttons).ToList();
        if (buttons.Count < 2)
        {
            return parts.SelectMany(part => PartBlocks.Of(part, required: true)).Take(SlackLimits.BlocksInView);
        }

        var asks = Asks(card, parts, areDays);
        var fields = parts.OfType<CardPart.TextField>().ToList();
        // What may be added to a choice stands below it; where a day is chosen for what is written, below that.
        var below = asks is null ? [] : fields;
        parts.RemoveAll(part => part == asks || (part is CardPart.TextField field && below.Contains(field)));
        var blocks = parts.SelectMany(part => PartBlocks.Of(part)).Take(SlackLimits.BlocksInView - 2 - below.Count).ToList();
        blocks.Add(Choices(buttons, Label(asks) ?? (areDays ? FormWords.WhichDay : FormWords.WhichOne), optional: areDays || fields.Count > below.Count));
        if (areDays)
        {
            blocks.Add(Input(Day, FormWords.OrAnotherDay, true, new JsonObject { ["type"] = "datepicker", ["action_id"] = Day }));
        }

        return [.. blocks, .. below.SelectMany(field => PartBlocks.Of(field))];
    }

    /// <summary>The part that is the question, to stand right above the choices: the only heading, or the only sentence.</summary>
    private static CardPart? Asks(Card card, List<CardPart> parts, bool areDays) =>
        parts.OfType<CardPart.Heading>().Take(2).ToList() is [{ Tone: Tone.Neutral } heading] ? heading
        : card.Parts.Count == 0 || parts.OfType<CardPart.Paragraph>().Count(paragraph => !paragraph.Subtle) == 1 && !parts.Exists(part => part is CardPart.Heading || (areDays && part is CardPart.TextField))
            ? parts.OfType<CardPart.Paragraph>().FirstOrDefault(paragraph => !paragraph.Subtle)
        : null;

    private static string? Label(CardPart? asks) => asks switch
    {
        CardPart.Heading heading => heading.Text,
        CardPart.Paragraph paragraph => paragraph.Text,
        _ => null,
    };

    /// <summary>The answer to a submission in which nothing was chosen, by <c>response_action</c>.</summary>
    public static JsonObject NothingChosen() => new() { ["response_action"] = "errors", ["errors"] = new JsonObject { [Choice] = FormWords.ChooseOne } };

    private static JsonObject Choices(List<Button> buttons, string label, bool optional)
    {
        var options = buttons.Select((button, i) => PressBlocks.Option(button.Label, i.ToString(CultureInfo.InvariantCulture))).ToList();
        var radio = options.Count <= SlackLimits.RadioOptions;
        var element = new JsonObject
        {
            ["type"] = radio ? "radio_buttons" : "static_select",
            ["action_id"] = Choice,
            ["options"] = new JsonArray([.. options]),
        };
        if (!radio)
        {
            element["placeholder"] = SlackText.Plain(FormWords.Choose, SlackLimits.Label);
        }

        if (buttons.FindIndex(button => button.Style == ButtonStyle.Primary) is var suggested and >= 0)
        {
            element["initial_option"] = options[suggested].DeepClone();
        }

        return Input(Choice, label, optional, element);
    }

    private static JsonObject Input(string id, string label, bool optional, JsonObject element) => new()
    {
        ["type"] = "input",
        ["block_id"] = id,
        ["optional"] = optional,
        ["label"] = SlackText.Plain(label, SlackLimits.InputLabel),
        ["element"] = element,
    };
}
