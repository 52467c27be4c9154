namespace LeadBot.Dialog.Understanding;

/// <summary>Months, weekdays and seasons by name.</summary>
internal static class CalendarWords
{
    private static readonly Dictionary<string, int> MonthNames = Numbered(
        "jan january januar", "feb february febuary februar", "mar march marz maerz", "apr april", "may mai", "jun june juni",
        "jul july juli", "aug august", "sep sept september", "oct october okt oktober", "nov november", "dec december dez dezember");

    private static readonly Dictionary<string, int> DayNames = Numbered(
        "mon monday montag", "tue tues tuesday dienstag", "wed weds wednesday mittwoch", "thu thur thurs thursday donnerstag",
        "fri friday freitag", "sat saturday samstag", "sun sunday sonntag");

    /// <summary>1 to 12.</summary>
    public static int? Month(string word) => Find(MonthNames, word);

    public static DayOfWeek? Weekday(string word) => Find(DayNames, word) is { } day ? (DayOfWeek)(day % 7) : null;

    /// <summary>Its first month, in the northern half of the world; a season is three months.</summary>
    public static int? Season(string word) => word switch
    {
        "spring" or "fruhling" or "fruhjahr" => 3,
        "summer" or "sommer" => 6,
        "autumn" or "fall" or "herbst" => 9,
        "winter" => 12,
        _ => null,
    };

    private static int? Find(Dictionary<string, int> names, string word)
    {
        if (names.TryGetValue(word, out var number))
        {
            return number;
        }

        var near = names.Where(pair => pair.Key.Length >= 6 && Spelling.IsNear(word, pair.Key)).Select(pair => pair.Value).Distinct().ToList();
        return near.Count == 1 ? near[0] : null;
    }

    private static Dictionary<string, int> Numbered(params string[] names) =>
        names.SelectMany((spellings, i) => spellings.Split(' ').Select(word => (word, i + 1))).ToDictionary(pair => pair.word, pair => pair.Item2);
}
