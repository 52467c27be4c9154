using LeadBot.Dialog.Cards;

namespace LeadBot.Channels.BotFramework.Cards;

/// <summary>
/// Lays buttons out in rows that fit a phone: Teams hides all but six actions of one set, and cuts off labels that do
/// not fit beside each other.
/// </summary>
internal static class ButtonRows
{
    private const int MostInARow = 4;
    private const int LettersInARow = 30;

    // What a button's edges take, in letters.
    private const int Edges = 4;

    public static IReadOnlyList<IReadOnlyList<Button>> Of(IReadOnlyList<Button> buttons)
    {
        var rows = new List<List<Button>>();
        var left = 0;
        foreach (var button in buttons)
        {
            var width = button.Label.Length + Edges;
            if (rows.Count == 0 || width > left || rows[^1].Count == MostInARow)
            {
                rows.Add([]);
                left = LettersInARow + Edges;
            }

            rows[^1].Add(button);
            left -= width;
        }

        // Four are two and two rather than three and one.
        if (rows is [.., { Count: > 2 } before, [var last]] && before[^1].Label.Length + last.Label.Length + (2 * Edges) <= LettersInARow + Edges)
        {
            rows[^1].Insert(0, before[^1]);
            before.RemoveAt(before.Count - 1);
        }

        return rows;
    }
}
