using System.Globalization;
using System.Text;
using LeadBot.Dialog.Digests;
using LeadBot.Dialog.Wording;

namespace LeadBot.Host.Reminders;

/// <summary>Reminders to come, for a terminal: when, to whom, what, and below it why.</summary>
public static class PreviewTable
{
    /// <summary>The whole of it, ending in a line break.</summary>
    public static string Of(IReadOnlyList<ReminderLine> lines, int days)
    {
        if (lines.Count == 0)
        {
            return ReminderWords.None(days) + Environment.NewLine;
        }

        var (when, who) = (lines.Max(line => line.When.Length), lines.Max(line => line.Who.Length));
        var table = new StringBuilder().AppendLine(ReminderWords.Title(lines.Count, days)).AppendLine();
        foreach (var line in lines)
        {
            table.AppendLine(CultureInfo.InvariantCulture, $"{line.When.PadRight(when)}  {line.Who.PadRight(who)}  {line.What}");
            // Of a single deal the line itself says why.
            foreach (var why in line.Why.Where(why => why != line.What))
            {
                table.Append(' ', when + who + 4).AppendLine(CultureInfo.InvariantCulture, $"- {why}");
            }
        }

        return table.ToString();
    }
}
