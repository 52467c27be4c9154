using System.Globalization;
using System.Text.Json.Nodes;
using LeadBot.Dialog.Cards;
using LeadBot.Dialog.Wording;

namespace LeadBot.Channels.Slack.Blocks;

/// <summary>The buttons of one message or page. Each id is its action and a number that no other has: <c>lose:3</c>.</summary>
internal sealed class PressBlocks
{
    /// <summary>More alternatives than this are a menu.</summary>
    private const int MostInSight = 5;

    /// <summary>Between an id's action, its number, and what all choices of a menu or days of a calendar carry.</summary>
    public const char Between = ':';

    private int number;

    public IEnumerable<JsonObject> Of(IReadOnlyList<Button> buttons) =>
        Elements([.. buttons.Where(IsCarried)]).Chunk(SlackLimits.Elements)
            .Select(elements => new JsonObject { ["type"] = "actions", ["elements"] = new JsonArray(elements) });

    // The dialog keeps data far below the limit, and a test holds it to that.
    private static bool IsCarried(Button button) => PressData.Text(button.Data).Length <= SlackLimits.Value;

    /// <summary>What is suggested stays in sight; of the others more than a few are a menu.</summary>
    private IEnumerable<JsonNode> Elements(IReadOnlyList<Button> buttons)
    {
        foreach (var alike in buttons.GroupBy(button => button.Action).Select(group => group.ToList()))
        {
            var others = alike.FindAll(button => button.Style != ButtonStyle.Primary);
            var menu = others.Count > MostInSight ? Menu(others) : null;
            foreach (var button in menu is null ? alike : alike.Except(others))
            {
                yield return Element(button);
            }

            if (menu is not null)
            {
                yield return menu;
            }

            if (PressData.AreDays(alike) && Calendar(alike) is { } calendar)
            {
                yield return calendar;
            }
        }
    }

    private JsonObject Element(Button button)
    {
        var element = new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = Id(button.Action, null),
            ["text"] = SlackText.Plain(button.Label, SlackLimits.Label),
            ["value"] = PressData.Text(button.Data),
        };
        if (button.Label.Length > SlackLimits.LabelInSight)
        {
            // Cut off where it is narrow, but read out whole.
            element["accessibility_label"] = SlackText.Cut(SlackText.Tidy(button.Label), SlackLimits.Label);
        }

        if (button.Style == ButtonStyle.Primary)
        {
            element["style"] = "primary";
        }
        else if (EndsAtOnce(button))
        {
            element["style"] = "danger";
            element["confirm"] = Dialog(button.Label);
        }

        return element;
    }

    // Dropping a deal asks for the reason first, and nothing about it shall look dangerous.
    private static bool EndsAtOnce(Button button) => button is { Style: ButtonStyle.Destructive, Action: not ButtonActions.Lose };

    private static JsonObject Dialog(string label) => new()
    {
        ["title"] = SlackText.Plain(FormWords.Sure, SlackLimits.Label),
        ["text"] = SlackText.Plain(label, SlackLimits.DialogText),
        ["confirm"] = SlackText.Plain(label, SlackLimits.DialogButton),
        ["deny"] = SlackText.Plain(FormWords.Cancel, SlackLimits.DialogButton),
        ["style"] = "danger",
    };

    /// <summary>Null when it cannot carry what the buttons do.</summary>
    private JsonObject? Menu(List<Button> alike)
    {
        var shared = PressData.Shared(alike);
        var values = alike.ConvertAll(button => PressData.Text(PressData.Own(button, shared)));
        if (alike.Count > SlackLimits.Options || values.Any(value => value.Length > SlackLimits.OptionValue) || values.Distinct().Count() < values.Count
            || Id(alike[0].Action, shared) is not { Length: <= SlackLimits.ActionId } id)
        {
            return null;
        }

        return new JsonObject
        {
            ["type"] = "static_select",
            ["action_id"] = id,
            ["placeholder"] = SlackText.Plain(FormWords.Choose, SlackLimits.Label),
            ["options"] = new JsonArray([.. alike.Select((button, i) => Option(button.Label, values[i]))]),
        };
    }

    /// <summary>Null when it cannot carry what the days do.</summary>
    private JsonObject? Calendar(List<Button> days) =>
        Id(days[0].Action, PressData.Shared(days)) is { Length: <= SlackLimits.ActionId } id
            ? new JsonObject { ["type"] = "datepicker", ["action_id"] = id, ["placeholder"] = SlackText.Plain(FormWords.AnotherDay, SlackLimits.Label) }
            : null;

    public static JsonObject Option(string label, string value) => new() { ["text"] = SlackText.Plain(label, SlackLimits.Label), ["value"] = value };

    private string Id(string action, IReadOnlyList<KeyValuePair<string, string>>? shared)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{action}{Between}{number++}");
        return shared is null ? id : $"{id}{Between}{PressData.Text(shared)}";
    }
}
