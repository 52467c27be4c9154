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
        ["maxLength"] = LongestAnswer,
    };
}
