using System.Text.RegularExpressions;
using LeadBot.Domain.Deals;

namespace LeadBot.Dialog.Understanding;

/// <summary>Deal names as people type them.</summary>
public static partial class Names
{
    /// <summary>A name of more words is found by its first ones.</summary>
    private const int MostWords = 12;

    /// <summary>
    /// The name without quotes around it, a sentence's closing punctuation, control characters and doubled spaces. Null when nothing is
    /// left or it is longer than <see cref="Deal.LongestName"/>; <see cref="IsTooLong"/> tells which.
    /// </summary>
    public static string? Clean(string text) => NameText.Tidy(text) is { Length: > 0 and <= Deal.LongestName } name ? name : null;

    /// <summary>Whether the name is refused for its length.</summary>
    public static bool IsTooLong(string text) => NameText.Tidy(text).Length > Deal.LongestName;

    /// <summary>
    /// Which of <paramref name="names"/> can be meant, by position: the same but for case, accents, punctuation and legal
    /// form; else those that begin with or contain the words said; else near-misses in spelling. The first kind that fits anything
    /// wins, so more than one result means: ask.
    /// </summary>
    public static IReadOnlyList<int> Match(string said, IReadOnlyList<string> names)
    {
        var plain = Spoken.Plain(said);
        if (plain.Length == 0)
        {
            return [];
        }

        var candidates = names.Select(Spoken.PlainAtAnyLength).ToList();
        var core = Core(plain);
        Func<string, bool>[] kinds =
        [
            name => name == plain,
            name => Core(name) == core,
            name => core.Length >= 2 && name.StartsWith(core + " ", StringComparison.Ordinal),
            name => core.Length >= 2 && core.Split(' ').All(name.Split(' ').Contains),
            name => core.Length >= 3 && name.StartsWith(core, StringComparison.Ordinal),
            name => core.Split(' ').All(word => name.Split(' ').Any(other => Spelling.IsNear(word, other))),
        ];
        return kinds.Select(fits => Positions(candidates, fits)).FirstOrDefault(found => found.Count > 0) ?? [];
    }

    /// <summary>
    /// Which of <paramref name="names"/> <paramref name="said"/> can begin with, by position; what follows the name may be anything. The longest
    /// beginning that fits any name wins; the first words in quotes are the name, whole.
    /// </summary>
    public static IReadOnlyList<int> MatchFirst(string said, IReadOnlyList<string> names) => First(said, names).Fitting;

    /// <summary>What follows <paramref name="name"/> in what was said; null when it does not begin with it.</summary>
    public static string? After(string said, string name) => First(said, [name]) is { Fitting.Count: > 0 } first ? first.Left : null;

    /// <summary>What was said begins with the whole name, or its first two words.</summary>
    public static bool BeginsInFull(string said, string name) =>
        $"{Spoken.PlainAtAnyLength(said)} ".StartsWith($"{string.Join(' ', Spoken.PlainAtAnyLength(name).Split(' ').Take(2))} ", StringComparison.Ordinal);

    /// <summary>The first word of what was said and the capitalized ones after it, as a name that nobody knows is named back.</summary>
    public static string FirstWords(string said) =>
        NameText.Tidy(string.Join(' ', said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).TakeWhile((word, at) => at == 0 || at < 4 && char.IsUpper(word[0])))) is var words && words.Length > Deal.LongestName ? words[..Deal.LongestName] : words;

    private static (IReadOnlyList<int> Fitting, string Left) First(string said, IReadOnlyList<string> names)
    {
        if (QuotedFirst().Match(said) is { Success: true } quoted)
        {
            return (Match(quoted.Groups["name"].Value, names), Rest(said[quoted.Length..]));
        }

        var ends = WordEnd().Matches(said).Select(end => end.Index).Take(MostWords).ToList();
        foreach (var end in Enumerable.Reverse(ends))
        {
            if (Match(said[..end], names) is { Count: > 0 } fitting)
            {
                // "Back to Basics to Kim": the second "to" is no part of the name.
                var whole = ends.Where(e => e < end && fitting.Any(i => Spoken.PlainAtAnyLength(names[i]) == Spoken.Plain(said[..e]))).DefaultIfEmpty(end).Max();
                return (whole == end ? fitting : Match(said[..whole], names), Rest(said[whole..]));
            }
        }

        return ([], said);
    }

    // "Acme - they said no", but "Acme -5" is less than nothing.
    private static string Rest(string said) =>
        Negative().Match(said) is { Success: true } negative ? said[negative.Index..] : said.TrimStart(' ', '\t', ':', ',', ';', '-', '–', '—');

    [GeneratedRegex("(?<=^[\\s:,;]*)-\\p{Sc}?[0-9]")]
    private static partial Regex Negative();

    /// <summary>A name in the form in which names are compared, to be stored beside it.</summary>
    public static string Plain(string name) => Spoken.PlainAtAnyLength(name);

    /// <summary>
    /// What to look for with an index before matching: the plain form of a name that fits, with a space before it, contains the
    /// first of these, or, when no name with the first fits, the second. None: no name fits.
    /// </summary>
    /// <param name="first">For <see cref="MatchFirst"/>, else for <see cref="Match"/>.</param>
    public static IReadOnlyList<string> Traces(string said, bool first = false)
    {
        var (core, isWhole) = Wanted(said, first);
        if (core.Length == 0)
        {
            return [];
        }

        var words = core.Split(' ');
        var word = isWhole ? words.MaxBy(w => w.Length)! : words[0];
        // Half a surrogate pair is no text: then every name is looked at.
        return [$" {word}", char.IsSurrogate(word[0]) ? " " : $" {word[0]}"];
    }

    /// <summary>
    /// What the plain form of a name begins with that is the same but for legal form, or that begins with the words said:
    /// where there are too many names to look for <see cref="Traces"/> in all. Empty: every name begins so.
    /// </summary>
    /// <param name="first">For <see cref="MatchFirst"/>, else for <see cref="Match"/>.</param>
    public static string Beginning(string said, bool first = false)
    {
        var (core, isWhole) = Wanted(said, first);
        return isWhole ? core : core.Split(' ')[0];
    }

    /// <summary>What is said of a name without its legal form, and whether that is all of it rather than what begins with a name.</summary>
    private static (string Core, bool IsWhole) Wanted(string said, bool first)
    {
        var quoted = first ? QuotedFirst().Match(said) : System.Text.RegularExpressions.Match.Empty;
        var plain = quoted.Success ? Spoken.Plain(quoted.Groups["name"].Value) : first ? Spoken.PlainAtAnyLength(said) : Spoken.Plain(said);
        return (Core(plain), !first || quoted.Success);
    }

    private static List<int> Positions(List<string> names, Func<string, bool> fits) =>
        [.. Enumerable.Range(0, names.Count).Where(i => fits(names[i]))];

    private static string Core(string plain) => LegalForm().Replace(plain, "") is { Length: > 0 } core ? core : plain;

    [GeneratedRegex("^\\s*[\"“”„«](?<name>[^\"“”„»]+)[\"“”»]")]
    private static partial Regex QuotedFirst();

    [GeneratedRegex("(?<=\\S)(?=\\s|$)")]
    private static partial Regex WordEnd();

    [GeneratedRegex("(?: (?:gmbh|mbh|ag|kg|ohg|ug|se|inc|incorporated|ltd|limited|llc|llp|plc|corp|corporation|company|co|sa|sarl|sas|bv|nv|ab|oy|srl|spa|and|und|pty))+$")]
    private static partial Regex LegalForm();
}
