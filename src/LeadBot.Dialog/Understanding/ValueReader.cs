using LeadBot.Dialog.Conversations;

namespace LeadBot.Dialog.Understanding;

/// <summary>One number as said: both ends are the same unless it was "a few" or "a couple".</summary>
/// <param name="Scale">The last word that multiplied it; null when none did.</param>
internal readonly record struct SaidValue(decimal Low, decimal High, decimal? Scale);

/// <summary>Reads one number from its words: "5k", "two thousand five hundred", "half a day", "an hour and a half".</summary>
internal sealed class ValueReader(IReadOnlyDictionary<string, decimal> scales, AmountLanguage language)
{
    private const decimal Largest = 1_000_000_000_000m;

    /// <summary>The number, or null unless every word belongs to it.</summary>
    public SaidValue? Read(ReadOnlySpan<string> words)
    {
        (decimal Low, decimal High) total = (0, 0);
        (decimal Low, decimal High)? current = null;
        decimal? scale = null;
        var room = Room.Any;
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (word is "a" or "an")
            {
                if (current is not null || i + 1 == words.Length || words[i + 1] is not ("hundred" or "couple" or "few" or "half" or "dozen") && !scales.ContainsKey(words[i + 1]))
                {
                    return null;
                }

                current = words[i + 1] is "couple" or "few" or "half" ? null : (1, 1);
                room = Room.None;
            }
            else if (word == "and")
            {
                if (words[i..] is ["and", "a", "half", ..])
                {
                    if (current is null && scale is null)
                    {
                        return null;
                    }

                    total = current is null ? (total.Low + 0.5m * scale!.Value, total.High + 0.5m * scale.Value) : total;
                    current = current is null ? null : (current.Value.Low + 0.5m, current.Value.High + 0.5m);
                    i += 2;
                    room = Room.None;
                }
                else if (room is Room.None || current is null && scale is null || i + 1 == words.Length)
                {
                    return null;
                }
            }
            else if (word == "half")
            {
                i += words[i..] is ["half", "a" or "an", ..] ? 1 : 0;
                if (current is not null || i + 1 == words.Length || !scales.ContainsKey(words[i + 1]))
                {
                    return null;
                }

                current = (0.5m, 0.5m);
                room = Room.None;
            }
            else if (word is "couple" or "few" && current is null)
            {
                current = word == "couple" ? (2, 3) : (2, 5);
                room = Room.None;
            }
            else if (word is "hundred" or "hundert" or "dozen" && current is { } many)
            {
                var times = word == "dozen" ? 12 : 100;
                current = (many.Low * times, many.High * times);
                room = Room.Tens;
            }
            else if (NumberWords.Units.TryGetValue(word, out var unit))
            {
                if (current is not null && (unit == 0 || room != Room.Tens && (room != Room.Ones || unit > 9)))
                {
                    return null;
                }

                current = ((current?.Low ?? 0) + unit, (current?.High ?? 0) + unit);
                room = unit >= 20 ? Room.Ones : Room.None;
            }
            else if (scales.TryGetValue(word, out var by) && current is { } times && (scale is null || by < scale))
            {
                total = (total.Low + times.Low * by, total.High + times.High * by);
                (current, scale, room) = (null, by, Room.Any);
            }
            else if (current is null && WrittenNumber.Read(word, language) is { } number)
            {
                if (scale is not null && (i + 1 == words.Length || !scales.ContainsKey(words[i + 1])))
                {
                    return null;
                }

                current = (number, number);
                room = Room.None;
            }
            else
            {
                return null;
            }
        }

        if (current is null && scale is null || total.High + (current?.High ?? 0) > Largest)
        {
            return null;
        }

        return new SaidValue(Rounded(total.Low + (current?.Low ?? 0)), Rounded(total.High + (current?.High ?? 0)), scale);
    }

    private static decimal Rounded(decimal value) => Math.Round(value, 4);

    /// <summary>What may still be added in words: after "hundred" tens and ones, after "twenty" ones.</summary>
    private enum Room
    {
        Any,
        Tens,
        Ones,
        None,
    }
}
