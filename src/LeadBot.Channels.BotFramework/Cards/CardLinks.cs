using LeadBot.Dialog.Cards;

namespace LeadBot.Channels.BotFramework.Cards;

/// <summary>Places outside the chat. An address comes from a file somebody imported, so only the web's own kind is opened.</summary>
internal static class CardLinks
{
    private const int LongestAddress = 1000;

    /// <summary>The part as it may be shown: an address that is not opened is words.</summary>
    public static CardPart Checked(CardPart part) => part is CardPart.Link link && !Opens(link) ? new CardPart.Paragraph(Words(link), Subtle: true) : part;

    /// <summary>The link where nothing can be opened.</summary>
    public static string Words(CardPart.Link link) => $"{link.Label}: {link.Address}";

    /// <summary>A line to press; unlike a TextBlock's, its words are never read as Markdown.</summary>
    public static Dictionary<string, object?> Render(CardPart.Link link) => new()
    {
        ["type"] = "RichTextBlock",
        ["inlines"] = new List<object?>
        {
            new Dictionary<string, object?>
            {
                ["type"] = "TextRun",
                ["text"] = link.Label,
                ["selectAction"] = new Dictionary<string, object?> { ["type"] = "Action.OpenUrl", ["url"] = new Uri(link.Address).AbsoluteUri },
            },
        },
    };

    private static bool Opens(CardPart.Link link) =>
        link.Address.Length <= LongestAddress && Uri.TryCreate(link.Address, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
}
