using System.Text.RegularExpressions;
using LeadBot.Dialog.Conversations;

namespace LeadBot.Dialog.Understanding;

/// <summary>Reads days as people type them.</summary>
public static partial class Dates
{
    /// <summary>How long "as soon as possible" is, in days.</summary>
    private const int Soon = 14;

    private static readonly PhraseList<bool> NoDates = new PhraseList<bool>()
        .Add(true, "no date|no date yet|no date set|never|no deadline|no deadline yet|no timeline|no timeframe|no time frame|no fixed date|no due date|no date fixed|no hurry|no rush|no urgency|not urgent|whenever|someday|some day|some time|sometime|one day"
            + "|not decided|not decided yet|undecided|open|open ended|any time|anytime|nothing fixed|nothing planned|not set|not set yet|not fixed|not fixed yet|not planned|not scheduled|eventually|there is no date|there is none|there is no deadline|theres no date|theres no deadline|they have no date|they have no deadline"
            + "|doesnt matter|does not matter|it doesnt matter|at some point|when it suits|kein datum|kein termin|nie|irgendwann|egal");

    private static readonly PhraseList<bool> AtOnce = new PhraseList<bool>()
        .Add(true, "asap|a s a p|now|right now|right away|immediately|at once|straight away|instantly|as soon as possible|as soon as we can|as fast as possible|urgently|urgent|yesterday if possible|sofort|so bald wie moglich|schnellstmoglich");

    /// <summary>
    /// The days, or null. Without a year the next such day from <paramref name="today"/> on is meant, today included, and of a
    /// month or quarter that has begun the rest. "As soon as possible" is two weeks; "about" is a fifth either way; "after" and "or later" reach a month further, or as far again.
    /// </summary>
    /// <param name="today">The person's own day, in the years 1900 to 9000.</param>
    /// <param name="language">People who write a decimal comma write the day before the month: decides "3/4".</param>
    public static DateSaid? Read(string text, DateOnly today, AmountLanguage language = AmountLanguage.PointDecimal)
    {
        var plain = Spoken.Plain(text);
        if (plain.Length == 0)
        {
            return null;
        }

        if (NoDates.Find(plain) is not null)
        {
            return new DateSaid.NoDate();
        }

        if (AtOnce.Find(plain) is not null)
        {
            return new DateSaid.Between(today, today.AddDays(Soon));
        }

        var lower = Spoken.Lower(text);
        return (FromToday.Read(lower, today, language) ?? new DayReader(today, language).Read(Tidy(lower))) is { } days
            ? new DateSaid.Between(days.From, days.To)
            : null;
    }

    private static string Tidy(string lower) => Spaces().Replace(Filler().Replace(lower, " "), " ").Trim(' ', ',', '!', '?', ';', '"', '\'', '(', ')');

    [GeneratedRegex("\\b(?:by|on|the|of|at|latest|at the latest|no later than|not later than|it|must be|must|should be|needs to be|has to be|should|be|running|working|live|ready|done|they|we|i|said|say|want|need|it's|its|that's|is|are|think|guess|believe|probably|maybe|perhaps|hopefully|ideally|please|around|approximately|sometime|some time|somewhere|only|just|exactly|around|roughly|about|until|till|til|for|starting|from now|from today|away|out|time|deadline|target|(?<!this )(?:morning|noon|midday|afternoon|evening|night))\\b|[~,?]")]
    private static partial Regex Filler();

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();
}
