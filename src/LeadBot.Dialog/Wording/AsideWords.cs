namespace LeadBot.Dialog.Wording;

/// <summary>Said about "not now".</summary>
internal static class AsideWords
{
    public const string Hint = "Or type a day: \"Thursday\", \"in 10 days\".";
    public const string Past = "That day is not in the future. On which day shall it come back?";
    public const string TooFar = "That is more than 30 days off. Park it instead, or name a nearer day.";

    public static string UntilWhen(string deal) => $"Until when shall I leave {deal} out?";

    public static string Again(int misses) => misses % 2 == 1 ? "I didn't get that day. For example \"Thursday\" or \"in 10 days\"." : "Still no day I can read. Press one, or try \"2027-03-01\".";

    public static string Done(string deal, DateOnly day, bool last) =>
        last ? $"{deal} comes back on {Days.Day(day)}. That was the second \"not now\", and the last." : $"{deal} comes back on {Days.Day(day)}.";

    public static string UsedUp(string deal) => $"\"Not now\" was said twice about {deal}; it takes a decision now. Drop it, move it, or park it.";
}
