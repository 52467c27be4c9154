namespace LeadBot.Dialog.Understanding;

/// <summary>Numbers in words, and the words that multiply them.</summary>
internal static class NumberWords
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>zero to ninety.</summary>
    public static readonly IReadOnlyDictionary<string, int> Units = Small.Select((word, i) => (word, value: i))
        .Concat(Tens.Select((word, i) => (word, value: 20 + 10 * i)))
        .Append(("fourty", 40))
        .ToDictionary(pair => pair.Item1, pair => pair.Item2);

    /// <summary>What makes thousands and more.</summary>
    public static readonly IReadOnlyDictionary<string, decimal> Thousands = Scales(
        (1_000m, "k thousand thousands grand tsd tausend"),
        (100_000m, "lakh lakhs"),
        (1_000_000m, "m mn mil mill mln mio million millions millionen"),
        (10_000_000m, "crore crores"),
        (1_000_000_000m, "b bn billion billions"));

    /// <summary>Working time in hours: a day is 8, a week 40, a month 160.</summary>
    public static readonly IReadOnlyDictionary<string, decimal> WorkingTime = Scales(
        (1m / 60m, "m min mins minute minutes minuten"),
        (1m, "h hr hrs hour hours stunde stunden std"),
        (8m, "d day days tag tage"),
        (40m, "w wk wks week weeks woche wochen"),
        (160m, "month months"));

    /// <summary>Words of one scale.</summary>
    public static Dictionary<string, decimal> Scales(params (decimal Scale, string Words)[] scales) =>
        scales.SelectMany(s => s.Words.Split(' ').Select(word => (word, s.Scale))).ToDictionary(pair => pair.word, pair => pair.Scale);
}
