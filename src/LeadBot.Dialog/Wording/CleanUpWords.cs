using LeadBot.Dialog.Conversations;

namespace LeadBot.Dialog.Wording;

/// <summary>Said about deals that came in from the CRM and were stale there already.</summary>
internal static class CleanUpWords
{
    /// <summary>More names than these are counted.</summary>
    private const int MostNamed = 10;

    public const string Note = "Stale already in the CRM";
    public const string No = "No, leave them";
    public const string NothingLeft = "Nothing left to clean up: every deal that was stale in the CRM has moved, or is gone.";

    public static string Came(int cameIn, int stale, IReadOnlyList<string> named) => stale == 0
        ? $"{Deals(cameIn)} came in from your CRM. The clock of each starts today."
        : $"{Deals(cameIn)} came in from your CRM; {stale} {(stale == 1 ? "looks" : "look")} stale already there: {Listed(named, stale)}. The clock of each starts today; those you know to be dead you can clear now.";

    public static string DropAll(int count) => count == 1 ? "Drop it" : $"Drop all {count}";

    public static string ParkAll(int count) => count == 1 ? "Park it for a month" : $"Park all {count} for a month";

    public static string AskDrop(IReadOnlyList<string> names, int count) => $"Drop {Deals(count)}: {Listed(names, count)}? They count as lost, and \"undo\" brings them back for a day.";

    public static string AskPark(IReadOnlyList<string> names, int count, DateOnly until) => $"Park {Deals(count)} until {Days.Day(until)}: {Listed(names, count)}? \"undo\" brings them back for a day.";

    public static string YesDrop(int count) => $"Yes, drop {Deals(count)}";

    public static string YesPark(int count) => $"Yes, park {Deals(count)}";

    public static string Dropped(int count, decimal freed, AmountLanguage language) => freed > 0
        ? $"Dropped {Deals(count)}: about {Days.Duration(freed, language)} freed, an estimate. \"undo\" brings them back for a day."
        : $"Dropped {Deals(count)}. \"undo\" brings them back for a day.";

    public static string Parked(int count, DateOnly until) => $"Parked {Deals(count)} until {Days.Day(until)}. \"undo\" brings them back for a day.";

    public static string Left(int count) => $"All right, {Deals(count)} left as {(count == 1 ? "it is" : "they are")}.";

    private static string Deals(int count) => count == 1 ? "1 deal" : $"{count} deals";

    private static string Listed(IReadOnlyList<string> names, int count)
    {
        var shown = names.Take(MostNamed).ToList();
        return count > shown.Count ? $"{string.Join(", ", shown)} and {count - shown.Count} more" : string.Join(", ", shown);
    }
}
