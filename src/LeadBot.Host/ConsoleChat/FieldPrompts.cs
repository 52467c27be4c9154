using LeadBot.Dialog.Cards;

namespace LeadBot.Host.ConsoleChat;

/// <summary>A field's prompt, where the field itself is the next line typed.</summary>
internal static class FieldPrompts
{
    /// <summary>The card without the fields whose prompt its text says already.</summary>
    public static Card Once(Card card)
    {
        var said = Letters(string.Join(' ', card.Parts.OfType<CardPart.Paragraph>().Select(paragraph => paragraph.Text)));
        return card with { Parts = [.. card.Parts.Where(part => part is not CardPart.TextField field || !said.Contains(Letters(field.Label), StringComparison.OrdinalIgnoreCase))] };
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
