namespace LeadBot.Dialog.Wording;

/// <summary>On a card of which others do not see the buttons.</summary>
public static class AmongOthersWords
{
    private const int Most = 10;

    /// <summary>Whose client does not fetch the buttons can type them.</summary>
    /// <param name="labels">What can be pressed.</param>
    public static string OrTyped(IReadOnlyList<string> labels) =>
        $"Only whoever this is for gets buttons. No buttons? Mention me and type one: {string.Join(", ", labels.Take(Most))}{(labels.Count > Most ? ", …" : ".")}";
}
