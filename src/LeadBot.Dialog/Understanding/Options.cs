using System.Globalization;
using System.Text.RegularExpressions;

namespace LeadBot.Dialog.Understanding;

/// <summary>Reads which option of a list is meant: by its text, its number or letter, a slip of spelling, or words only it has.</summary>
public static partial class Options
{
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    /// <summary>The option, or null when none is clearly meant. A label's own text always chooses it.</summary>
    public static OptionSaid? Read(string text, IReadOnlyList<string> labels)
    {
        var exact = Enumerable.Range(0, labels.Count).Where(i => labels[i] == text).ToList();
        if (exact.Count > 0)
        {
            return new OptionSaid.Chosen(exact[0]);
        }

        var plain = Spoken.Plain(text);
        if (plain.Length == 0)
        {
            return null;
        }

        var said = OptionWords.Of(plain);
        var options = labels.Select(OptionWords.Of).ToList();
        return Of(options, o => o.Plain == said.Plain)
            ?? ByPlace(Spoken.Lower(text), plain, labels.Count)
            ?? ByYesNo(text, options)
            ?? Of(options, o => o.BeginsWith(said.Plain))
            ?? Of(options, o => o.IsNear(said))
            ?? ByWords(said, options);
    }

    private static OptionSaid? Of(List<OptionWords> options, Func<OptionWords, bool> fits) =>
        From([.. Enumerable.Range(0, options.Count).Where(i => fits(options[i]))]);

    private static OptionSaid? From(List<int> fitting) => fitting.Count switch
    {
        1 => new OptionSaid.Chosen(fitting[0]),
        2 or 3 => new OptionSaid.Either(fitting),
        _ => null,
    };

    private static OptionSaid.Chosen? ByPlace(string lower, string plain, int count)
    {
        var index = -1;
        if (Numbered().Match(lower) is { Success: true } numbered)
        {
            index = int.Parse(numbered.Groups[1].ValueSpan, CultureInfo.InvariantCulture) - 1;
        }
        else if (Lettered().Match(lower) is { Success: true } lettered)
        {
            index = lettered.Groups[1].ValueSpan[0] - 'a';
        }
        else if (Placed().Match(plain) is { Success: true } placed)
        {
            index = placed.Groups[1].Value == "last" ? count - 1 : Array.IndexOf(Ordinals, placed.Groups[1].Value);
        }

        return index >= 0 && index < count ? new OptionSaid.Chosen(index) : null;
    }

    private static OptionSaid? ByYesNo(string text, List<OptionWords> options) => YesNo.Read(text) switch
    {
        true => Of(options, o => o.First == "yes"),
        false => Of(options, o => o.First == "no"),
        null => null,
    };

    private static OptionSaid? ByWords(OptionWords said, List<OptionWords> options)
    {
        var scores = options.Select(o => o.Fit(said)).ToList();
        var best = scores.DefaultIfEmpty(0).Max();
        return best == 0 ? null : From([.. Enumerable.Range(0, scores.Count).Where(i => scores[i] == best)]);
    }

    [GeneratedRegex("^(?:option|answer|number|no\\.?|nr\\.?|choice)? ?[#(]? ?([1-9][0-9]?)(?:st|nd|rd|th)? ?[.)]?(?: one)?$")]
    private static partial Regex Numbered();

    [GeneratedRegex("^(?:option|answer|choice)? ?\\(?([a-j]) ?[.)]?$")]
    private static partial Regex Lettered();

    [GeneratedRegex("^(?:the )?(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)(?: (?:one|option|answer))?$")]
    private static partial Regex Placed();
}
