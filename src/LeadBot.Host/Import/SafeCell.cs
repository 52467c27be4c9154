namespace LeadBot.Host.Import;

/// <summary>
/// Cells that a spreadsheet would take for a formula get an apostrophe before them on the way out and lose it on the way
/// in; so do those that begin with an apostrophe, so that every text comes back as it was.
/// </summary>
public static class SafeCell
{
    private const char Mark = '\'';

    /// <summary>How the text is written.</summary>
    public static string Write(string text) => text.Length > 0 && IsTelling(text[0]) ? Mark + text : text;

    /// <summary>What was written.</summary>
    public static string Read(string cell) => cell is [Mark, var next, ..] && IsTelling(next) ? cell[1..] : cell;

    private static bool IsTelling(char first) => first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or Mark;
}
