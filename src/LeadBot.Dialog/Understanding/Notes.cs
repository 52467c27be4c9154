namespace LeadBot.Dialog.Understanding;

/// <summary>A sentence a person gave for the record.</summary>
internal static class Notes
{
    /// <summary>The longest note kept, in characters; the rest is cut.</summary>
    public const int Longest = 300;

    /// <summary>Trimmed, on one line, at most <see cref="Longest"/> characters; null when nothing is left.</summary>
    public static string? Clean(string? text) => Clean(text, Longest);

    /// <summary>The same, of at most that many characters.</summary>
    public static string? Clean(string? text, int longest)
    {
        var words = (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var line = string.Join(' ', words);
        return line.Length == 0 ? null : line.Length <= longest ? line : line[..longest];
    }
}
