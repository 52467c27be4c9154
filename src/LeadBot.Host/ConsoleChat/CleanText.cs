namespace LeadBot.Host.ConsoleChat;

/// <summary>Keeps what people typed from steering the terminal.</summary>
internal static class CleanText
{
    /// <summary>The text without control characters; line breaks and tabs stay.</summary>
    public static string Of(string text) =>
        text.Any(IsUnwanted) ? string.Concat(text.Where(c => !IsUnwanted(c))) : text;

    private static bool IsUnwanted(char c) => char.IsControl(c) && c is not ('\n' or '\t');
}
