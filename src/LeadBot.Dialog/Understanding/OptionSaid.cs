namespace LeadBot.Dialog.Understanding;

/// <summary>Which of the offered options was said.</summary>
public abstract record OptionSaid
{
    private OptionSaid()
    {
    }

    /// <param name="Index">From 0.</param>
    public sealed record Chosen(int Index) : OptionSaid;

    /// <summary>Two or three fit equally: ask which.</summary>
    /// <param name="Indices">From 0, in the order offered.</param>
    public sealed record Either(IReadOnlyList<int> Indices) : OptionSaid;
}
