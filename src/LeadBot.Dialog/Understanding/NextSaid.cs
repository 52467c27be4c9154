using LeadBot.Dialog.Conversations;

namespace LeadBot.Dialog.Understanding;

/// <summary>A next step as it was said: "tuesday send the quote", "send the quote on tuesday".</summary>
/// <param name="What">Null when only a day was said.</param>
/// <param name="Due">Null when no day was said; may lie in the past.</param>
public sealed record NextSaid(string? What, DateOnly? Due)
{
    /// <summary>The most words that name a day: "on the first Tuesday in March 2027".</summary>
    private const int MostWords = 7;

    private static readonly PhraseList<bool> None = new PhraseList<bool>()
        .Add(true, "none|no next step|no step|nothing|no|skip|nothing planned|nothing yet|not yet|no plan|no next|dont know|later");

    /// <summary>There is no next step.</summary>
    public static bool IsNone(string said) => None.Find(Spoken.Plain(said)) is not null;

    /// <summary>Reads both, the day first or last. Of a stretch of days the first to come counts, of one that has begun the last.</summary>
    public static NextSaid Read(string said, DateOnly today, AmountLanguage language)
    {
        said = said.Trim();
        if (DayFirst(said, today, language) is { } first)
        {
            return new NextSaid(Step(first.Left), first.Day);
        }

        var words = said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var at = Math.Max(0, words.Length - MostWords); at < words.Length; at++)
        {
            if (Day(words[at..], today, language) is { } day)
            {
                return new NextSaid(Step(string.Join(' ', words[..at])), day);
            }
        }

        return new NextSaid(Step(said), null);
    }

    /// <summary>The day said first, with what follows it.</summary>
    internal static (DateOnly Day, string Left)? DayFirst(string said, DateOnly today, AmountLanguage language)
    {
        var words = said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var length = Math.Min(words.Length, MostWords); length > 0; length--)
        {
            if (Day(words[..length], today, language) is { } day)
            {
                return (day, string.Join(' ', words[length..]));
            }
        }

        return null;
    }

    // "The quote" is a filler and a noun; a day begins and ends with words of its own.
    private static DateOnly? Day(string[] words, DateOnly today, AmountLanguage language)
    {
        var text = string.Join(' ', words).TrimEnd(',', ':', ';', '.', '!', '-');
        var last = text.Split(' ')[^1];
        return text.Length == 0 || words.All(word => word.All(char.IsDigit)) || !OwnWord(last, today, language) && !last.Any(char.IsDigit) ? null
            : Dates.Read(text, today, language) is DateSaid.Between days ? (days.From > today || days.To <= today ? days.From : days.To)
            : null;
    }

    private static bool OwnWord(string word, DateOnly today, AmountLanguage language) =>
        Dates.Read(word, today, language) is DateSaid.Between || Dates.Read("next " + word, today, language) is DateSaid.Between || Dates.Read("2 " + word, today, language) is DateSaid.Between;

    private static string? Step(string said) => Notes.Clean(said.Trim().Trim(':', ',', ';', '-', '–', '—', '.', ' ')) is { } step ? step[..Math.Min(step.Length, 200)] : null;
}
