using LeadBot.Dialog.Conversations;

namespace LeadBot.Dialog.Understanding;

/// <summary>One number as said: both ends are the same unless it was "a few", "a couple" or a range.</summary>
/// <param name="Scale">The last word that multiplied it; null when none did.</param>
/// <param name="IsRange">Both ends were said.</param>
internal readonly record struct SaidValue(decimal Low, decimal High, decimal? Scale, bool IsRange = false);

/// <summary>Reads one number from its words: "5k", "two thousand five hundred", "half a day", "an hour and a half".</summary>
internal sealed class ValueReader(IReadOnlyDictionary<string, decimal> scales, AmountLanguage language)
{
    /// <summary>The number, or null unless every word belongs to it.</summary>
    public SaidValue? Read(ReadOnlySpan<string> words)
    {
        words = words.Trim(",");
        var sum = new RunningSum();
        while (words.Length > 0)
        {
            var taken = Take(words, sum);
            if (taken == 0)
            {
                return null;
            }

            words = words[taken..];
        }

        return sum.Value;
    }

    /// <summary>How many words were taken; 0 when the next one does not belong here.</summary>
    private int Take(ReadOnlySpan<string> words, RunningSum sum) => words switch
    {
        ["a" or "an", "couple" or "few" or "half", ..] => 1,
        ["a" or "an", var next, ..] => (next is "hundred" or "dozen" || scales.ContainsKey(next)) && sum.Start(1) ? 1 : 0,
        ["and", "a", "half", ..] => sum.AddHalf() ? 3 : 0,
        ["and", _, ..] => sum.TakesMore ? 1 : 0,
        ["half", "a" or "an", var next, ..] => scales.ContainsKey(next) && sum.Start(0.5m) ? 2 : 0,
        ["half", var next, ..] => scales.ContainsKey(next) && sum.Start(0.5m) ? 1 : 0,
        ["couple", ..] => sum.Start(2, 3) ? 1 : 0,
        ["few", ..] => sum.Start(2, 5) ? 1 : 0,
        ["hundred" or "hundert", ..] => sum.Times(100) ? 1 : 0,
        ["dozen", ..] => sum.Times(12) ? 1 : 0,
        [var word, ..] when NumberWords.Units.TryGetValue(word, out var unit) => sum.AddUnit(unit) ? 1 : 0,
        [var word, ..] when scales.TryGetValue(word, out var by) => sum.Scale(by) ? 1 : 0,
        // "1 hour, 30 minutes" is one number; "five grand, six" is two.
        [",", .., var last] => sum.IsScaled && scales.ContainsKey(last) ? 1 : 0,
        [var word, .. var rest] when WrittenNumber.Read(word, HabitBefore(rest)) is { } number =>
            (!sum.IsScaled || rest is [var next, ..] && scales.ContainsKey(next)) && sum.Start(number) ? 1 : 0,
        _ => 0,
    };

    private AmountLanguage? HabitBefore(ReadOnlySpan<string> rest) =>
        rest is [var next, ..] && scales.GetValueOrDefault(next) >= 1000 ? language : null;
}
