using LeadBot.Dialog.Conversations;

namespace LeadBot.Dialog.Understanding;

/// <summary>Reads the day of something that has happened: "yesterday", "last Friday", "on Monday", "15 March".</summary>
public static class PastDays
{
    /// <summary>The day, on or before today wherever the words allow it; null when they name no single day.</summary>
    public static DateOnly? Read(string text, DateOnly today, AmountLanguage language)
    {
        var words = Spoken.Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w is not ("on" or "last" or "the" or "this")).ToList();
        var plain = string.Join(' ', words);
        if (plain == "yesterday")
        {
            return today.AddDays(-1);
        }

        for (var back = 1; back <= 7; back++)
        {
            var day = today.AddDays(-back);
            var name = day.DayOfWeek.ToString();
            if (plain.Equals(name, StringComparison.OrdinalIgnoreCase) || plain.Equals(name[..3], StringComparison.OrdinalIgnoreCase))
            {
                return day;
            }
        }

        if (Dates.Read(text, today, language) is not DateSaid.Between between || between.From != between.To)
        {
            return null;
        }

        // "15 March" without a year is read as the next one; of something past it is the one before.
        return between.From > today.AddDays(14) && !text.Contains(between.From.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
            ? between.From.AddYears(-1)
            : between.From;
    }
}
