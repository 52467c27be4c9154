namespace LeadBot.Dialog.Understanding;

/// <summary>Reads one whole number within a range.</summary>
public static class WholeNumbers
{
    /// <summary>The number, or null: "20", "twenty", "20 days". "10 to 20" and "2.5" are none.</summary>
    public static int? Read(string text, int least, int most) =>
        Numbers.Read(text) is { From: var from, To: { } to } && from == to && from == Math.Truncate(from) && from >= least && from <= most ? (int)from : null;
}
