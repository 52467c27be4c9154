using LeadBot.Dialog.Cards;

namespace LeadBot.Channels.BotFramework.Cards;

/// <summary>What a person fills in on a card.</summary>
internal static class CardFields
{
    private const int LongestAnswer = 2000;

    public static Dictionary<string, object?> Text(CardPart.TextField field) => new()
    {
        ["type"] = "Input.Text",
        ["id"] = field.Id,
        ["label"] = field.Label,
        ["isMultiline"] = field.Multiline,
        ["maxLength"] = LongestAnswer,
    };

    public static Dictionary<string, object?> Choice(CardPart.ChoiceField field) => new()
    {
        ["type"] = "Input.ChoiceSet",
        ["id"] = field.Id,
        ["label"] = field.Label,
        ["style"] = "compact",
        ["wrap"] = true,
        ["choices"] = field.Choices.Select(choice => new Dictionary<string, object?>
        {
            ["title"] = choice.Text,
            ["value"] = choice.Value,
        }).ToList<object?>(),
    };
}
