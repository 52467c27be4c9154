namespace LeadBot.Dialog.Wording;

/// <summary>Said about taking changes back.</summary>
internal static class UndoWords
{
    public const string Nothing = "There is nothing of yours from the last day to take back.";
    public const string NotThis = "Your last change was to another deal; \"undo\" takes that one back.";

    /// <param name="called">Its name until now.</param>
    /// <param name="again">Its name from now on.</param>
    public static string TakenBack(string called, string again, string what) =>
        called == again ? $"Taken back: {what}. {again} is as it was before." : $"Taken back: {what}. It is called {again} again.";

    public static string AllOf(int deals, IReadOnlyList<string> names) =>
        $"Your last change was to {deals} deals: {string.Join(", ", names)}{(deals > names.Count ? " and others" : "")}. Take all of it back?";

    public static string AllTakenBack(int deals) => deals == 1 ? "Taken back for 1 deal." : $"Taken back for {deals} deals.";

    public static string ChangedSince(string deal, string? by) => by is null
        ? $"{deal} moved on since, by the clock, so your change can't be taken back any more."
        : $"{by} changed {deal} since, so your change can't be taken back any more.";

    public static string NothingBefore(string deal) => $"{deal} was new with that: there is nothing before it to go back to. \"lose {deal}\" drops it.";

    public static string ToAnother(string deal, string shown) => $"Your last change was to {deal}, not to {shown}.";

    public static string YoursAgain(string by, string deal) => $"{by} took back giving {deal} away: it is yours again.";

    public static string GivenBack(string by, string deal) => $"{by} took {deal} back.";
}
