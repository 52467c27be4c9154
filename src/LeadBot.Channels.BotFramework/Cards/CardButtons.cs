using LeadBot.Dialog.Cards;

namespace LeadBot.Channels.BotFramework.Cards;

/// <summary>A button as an Adaptive Card's action.</summary>
internal static class CardButtons
{
    public static Dictionary<string, object?> Render(Button button, bool execute)
    {
        var data = new Dictionary<string, object?> { [AdaptiveCards.ActionField] = button.Action };
        foreach (var (name, value) in button.Data)
        {
            data[name] = value;
        }

        var action = new Dictionary<string, object?>
        {
            ["type"] = execute ? "Action.Execute" : "Action.Submit",
            ["title"] = button.Label,
        };
        if (execute)
        {
            action["verb"] = button.Action;
        }

        if (button.Style != ButtonStyle.Default)
        {
            action["style"] = button.Style == ButtonStyle.Primary ? "positive" : "destructive";
        }

        action["data"] = data;
        return action;
    }
}
