using System.Text.RegularExpressions;
using LeadBot.Dialog.Conversations;

namespace LeadBot.Dialog.Understanding;

/// <summary>Reads one number or a range of them, with what qualifies it.</summary>
internal static partial class Quantities
{
    /// <summary>"About" means a fifth either way.</summary>
    private const decimal Vagueness = 0.2m;

    /// <summary>What is said, or null unless every word of it is understood.</summary>
    /// <param name="scales">Words that multiply a number.</param>
    /// <param name="endsBefore">A range that ends on a whole number ends just before it: money "from 2k to 10k" is not yet in the band that begins at 10k.</param>
    public static NumberSaid? Read(string lower, IReadOnlyDictionary<string, decimal> scales, AmountLanguage language, bool endsBefore = false)
    {
        if (!Qualifier.Take(ref lower, out var bound, out var vague, out var just))
        {
            return null;
        }

        var words = Alternatives.Read(Words(lower), scales, ref vague);
        if (Range(words, new ValueReader(scales, language)) is not { } value)
        {
            return null;
        }

        var (low, high) = (value.Low, value.High);
        return bound switch
        {
            Qualifier.Bound.Under when high > 0 => new NumberSaid(just ? Less(low) : 0, high, Under: true),
            Qualifier.Bound.Under => null,
            Qualifier.Bound.UpTo => new NumberSaid(0, high),
            Qualifier.Bound.Over => just ? new NumberSaid(low, More(high)) : new NumberSaid(low, null),
            _ when words is ["from", ..] && low == high && !vague => new NumberSaid(low, null),
            _ when vague && low == high => new NumberSaid(Less(low), More(high)),
            _ => new NumberSaid(low, high, Under: endsBefore && value.IsRange && low < high && high == Math.Truncate(high)),
        };
    }

    /// <summary>Words and numbers one by one, without those that change nothing; what separates sentences is a comma.</summary>
    public static string[] Words(string lower)
    {
        var words = Word().Matches(Joined().Replace(NoCents().Replace(lower, "00"), " ")).SelectMany(m => WithoutDot(m.Value))
            .Where(w => w is not ("\"" or "'") && !Filler().IsMatch(w)).ToArray();
        return words.AsSpan().Trim(",").ToArray();
    }

    private static string[] WithoutDot(string word) => word switch
    {
        "." or "!" or ";" or ":" or "(" or ")" => [","],
        [.. var rest, '.'] => [rest, ","],
        _ => [word],
    };

    private static SaidValue? Range(ReadOnlySpan<string> words, ValueReader reader)
    {
        var opened = words is ["between" or "from" or "zwischen", ..];
        var single = !opened || words is ["from", ..];
        words = opened ? words[1..] : words;

        for (var i = 1; i < words.Length - 1; i++)
        {
            if ((words[i] is "-" or "to" or "till" or "until" or "bis" or "or" or "through" or "oder" || opened && words[i] is "and" or "und")
                && reader.Read(words[..i]) is { } left && reader.Read(words[(i + 1)..]) is { } right)
            {
                return Between(left, right);
            }
        }

        return single ? reader.Read(words) : null;
    }

    // "2-3k" means thousands on both sides, "500 to 2k" does not.
    private static SaidValue Between(SaidValue left, SaidValue right)
    {
        if (left.Scale is null && right.Scale is { } byRight && left.High * byRight <= right.High)
        {
            left = new SaidValue(left.Low * byRight, left.High * byRight, byRight);
        }
        else if (right.Scale is null && left.Scale is { } byLeft && right.High < left.Low)
        {
            right = new SaidValue(right.Low * byLeft, right.High * byLeft, byLeft);
        }

        return new SaidValue(Math.Min(left.Low, right.Low), Math.Max(left.High, right.High), right.Scale, IsRange: true);
    }

    private static decimal Less(decimal value) => Math.Round(value * (1 - Vagueness), 2);

    private static decimal More(decimal value) => Math.Round(value * (1 + Vagueness), 2);

    // "2.500,-" has no cents, and says which sign is the decimal one.
    [GeneratedRegex("(?<=[0-9][.,])--?(?![0-9])")]
    private static partial Regex NoCents();

    [GeneratedRegex("(?<=[a-z])-(?=[a-z])")]
    private static partial Regex Joined();

    [GeneratedRegex("[0-9]{1,3}(?: [0-9]{3})+(?![0-9])(?:[.,][0-9]{1,2}(?![0-9]))?|[0-9]+(?:[.,'][0-9]+)*|[.,][0-9]+|\\p{L}+(?:'\\p{L}+)?\\.?|\\S")]
    private static partial Regex Word();

    [GeneratedRegex("^(?:i|we|they|he|she|you|it|its|it's|i'd|they'd|they're|that|that's|this|there|there's|would|be|is|are|was|were|the|our|my|his|her|their|of|think|guess|believe|suppose|reckon|said|say|says|told|me|mentioned|have|has|had|got|can|will|could|spend|pay|pays|paid|paying|spends|expect|expected|expecting|want|wants|budget|price|cost|costs|offer|offered|worth|total|altogether|so|well|hm|hmm|um|uh|in|at|for|please|only|just|exactly|precisely|them|full|good|working|man|person|something|yes|yeah|ok)$")]
    private static partial Regex Filler();
}
