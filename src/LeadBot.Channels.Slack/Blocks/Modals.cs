using System.Globalization;
using System.Text.Json.Nodes;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Wording;

namespace LeadBot.Channels.Slack.Blocks;

/// <summary>
/// A card as a form in a window of its own: what is asked, its fields, and its buttons as choices. A button that is alone
/// is the one that sends the form. Beside days to choose from there is a calendar.
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
        var days = buttons.GroupBy(button => button.Action).Select(group => group.ToList()).FirstOrDefault(PressData.AreDays);
        var metadata = PressData.Text(FormData.Write(at, buttons, days));
        if (metadata.Length > SlackLimits.Metadata || buttons.Count > SlackLimits.Options)
        {
            return null;
        }

        // With no more than a sentence and its choices, the sentence stands above the choices.
        var asks = card.Parts.Count == 0 && buttons.Count > 1 && card.Summary.Length <= SlackLimits.InputLabel;
        var parts = CardLength.Fit([.. CardBlocks.Parts(card).Where(part => part is not CardPart.Row && !asks)], buttons);
        var blocks = parts.SelectMany(part => PartBlocks.Of(part, required: buttons.Count == 1)).Take(SlackLimits.BlocksInView - 2).ToList();
        if (buttons.Count > 1)
        {
            blocks.Add(Choices(buttons, asks ? card.Summary : FormWords.Choose, optional: days is not null || parts.Any(part => part is CardPart.TextField)));
        }

        if (days is not null)
        {
            blocks.Add(Input(Day, FormWords.OrAnotherDay, true, new JsonObject { ["type"] = "datepicker", ["action_id"] = Day }));
        }

        var view = new JsonObject
        {
            ["type"] = "modal",
            ["callback_id"] = Callback,
            ["title"] = SlackText.Plain(FormWords.Title, SlackLimits.ViewButton),
            ["close"] = SlackText.Plain(FormWords.Cancel, SlackLimits.ViewButton),
            ["private_metadata"] = metadata,
        };
        if (blocks.Any(block => block["type"]!.GetValue<string>() == "input") || buttons.Count > 0)
        {
            view["submit"] = SlackText.Plain(buttons.Count == 1 ? buttons[0].Label : FormWords.Send, SlackLimits.ViewButton);
        }

        view["blocks"] = new JsonArray([.. blocks]);
        return view;
    }

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
