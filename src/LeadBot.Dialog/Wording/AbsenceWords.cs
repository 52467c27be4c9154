namespace LeadBot.Dialog.Wording;

/// <summary>Said about days away and who covers.</summary>
internal static class AbsenceWords
{
    public const string Label = "Away";
    public const string None = "nothing planned";
    public const string Field = "Days and who covers, for example 1 to 14 August, Kim covers";
    public const string Change = "Plan an absence";
    public const string Again = "From when to when? For example \"away 1 to 14 August, Kim covers\", \"away next week\" or \"away cancel\".";
    public const string Past = "That is more than three months ago, too long to count any more. For example \"away 1 to 14 August\".";
    public const string TooFar = "That is more than two years off; tell me when it is nearer. For example \"away 1 to 14 August\".";
    public const string WithoutCover = "Away without cover";
    public const string CoveredByOneself = "You can't cover for yourself. Name a colleague, or nobody.";
    public const string NothingToCancel = "You have no absence planned.";
    public const string WhichToCancel = "Which one shall I cancel?";
    public const string BackToday = "Welcome back. You count as working from today on.";

    public static string Ask(IEnumerable<string> coming)
    {
        const string Ask = "When are you away, and who covers? For example \"away 1 to 14 August, Kim covers\". Those days bring no digest and do not count as silence.";
        var planned = string.Join("; ", coming);
        return planned.Length == 0 ? Ask : $"You are away {planned}. {Ask}";
    }

    public static string TooLong(DateOnly from, DateOnly until) => $"{Days.Said(from, until)} is more than a year. If you leave for good, give your deals to somebody.";

    public static string Said(string days, string? cover) => cover is null ? days : $"{days} ({cover} covers)";

    /// <summary>What a button says for the reader of absences.</summary>
    public static string CoveredBy(string days, string person) => $"{days}, covered by {person}";

    public static string Noted(string days, string? cover, IReadOnlyList<string> replaced)
    {
        var noted = cover is null
            ? $"Noted: you are away {days}. No digest comes then, and silence does not count."
            : $"Noted: you are away {days}. {cover} sees your deals in their digest and can change them; for you silence does not count.";
        return replaced.Count == 0 ? noted : $"{noted} It takes the place of {string.Join(" and ", replaced)}.";
    }

    public static string Cancel(string days) => $"Cancel {days}";

    public static string Cancelled(string days) => $"Cancelled: you are not away {days}.";
}
