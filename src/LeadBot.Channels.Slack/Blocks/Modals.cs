using System.Globalization;
using System.Text.Json.Nodes;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Wording;

namespace LeadBot.Channels.Slack.Blocks;

/// <summary>
/// A card as a form in a window of its own: what is asked, its fields, and its buttons as choices. A button that is alone
/// is the one that sends the form. Beside days to choose from there is a calendar, and a hint of what may be typed brings
/// a field to type it in.
/// </summary>
internal static class Modals
{
    /// <summary>The <c>callback_id</c> of every form.</summary>
    public const string Callback = "leadbot-form";

    /// <summary>The ids of the choices, of the calendar, and of the field for words of one's own.</summary>
    public const string Choice = "choice";
    public const string Day = "day";
    public const string Words = "words";

    /// <summary>The <c>view</c> of <c>views.open</c>, and of a submission's <c>response_action: update</c>.</summary>
    /// <param name="at">Comes back with the submission: where it belongs.</param>
    /// <returns>Null when a form cannot hold it; a message can.</returns>
    public static JsonObject? Of(Card card, string at)
    {
        var buttons = card.AllButtons.ToList();
        var days = buttons.GroupBy(button => button.Action).Select(group => group.ToList()).FirstOrDefault(PressData.AreDays);
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

        // By the dialog's custom the last small line says what may be typed instead.
        var hint = parts.LastOrDefault() is CardPart.Paragraph { Subtle: true } last ? last : null;
        var asks = Asks(card, parts);
        parts.RemoveAll(part => part == hint || part == asks);
        var blocks = parts.SelectMany(part => PartBlocks.Of(part)).Take(SlackLimits.BlocksInView - 3).ToList();
        var field = blocks.FindLast(block => block["type"]!.GetValue<string>() == "input");
        blocks.Add(Choices(buttons, Label(asks) ?? (areDays ? FormWords.WhichDay : FormWords.WhichOne), optional: areDays || hint is not null || field is not null));
        if (areDays)
        {
            blocks.Add(Input(Day, FormWords.OrAnotherDay, true, new JsonObject { ["type"] = "datepicker", ["action_id"] = Day }));
        }

        if (hint is not null)
        {
            if (field is null)
            {
                blocks.Add(field = Input(Words, FormWords.OwnWords, true, PartBlocks.TextInput(Words)));
            }

            field["hint"] = SlackText.Plain(hint.Text, SlackLimits.InputLabel);
        }

        return blocks;
    }

    /// <summary>The part that is the question, to stand right above the choices: the only heading, or the only sentence.</summary>
    private static CardPart? Asks(Card card, List<CardPart> parts) =>
        parts.OfType<CardPart.Heading>().Take(2).ToList() is [{ Tone: Tone.Neutral } heading] ? heading
        : card.Parts.Count == 0 || parts.OfType<CardPart.Paragraph>().Count(paragraph => !paragraph.Subtle) == 1 && !parts.Exists(part => part is CardPart.Heading or CardPart.TextField)
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
