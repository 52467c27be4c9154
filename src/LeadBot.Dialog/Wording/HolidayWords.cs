namespace LeadBot.Dialog.Wording;

/// <summary>Said about holiday calendars.</summary>
internal static class HolidayWords
{
    public const string Label = "Your holidays";
    public const string TeamLabel = "Holidays";
    public const string Change = "Change holidays";
    public const string SetNone = "Noted: no holidays count for you.";
    public const string TeamNone = "none";
    public const string SetTeamNone = "Noted: no holidays for anybody who has not chosen a calendar of their own.";
    public const string NoHolidays = "No holidays";

    private const string NoCalendars = "There are no holiday calendars yet: whoever runs LeadBot puts iCalendar files (*.ics) into the directory named by LeadBot:HolidayDirectory.";

    public static string Now(string? own, string? workspaces, IEnumerable<string> there) =>
        own is not null ? Known(own, there) : $"{(workspaces is null ? TeamNone : Known(workspaces, there))} (as everybody)";

    public static string Known(string name, IEnumerable<string> there) => name == TeamNone || there.Contains(name) ? name : $"{name} (no longer there, so no day counts)";

    public static string Ask(IEnumerable<string> there) => Listed(there) is { } names ? $"Whose holidays are yours? There are {names}." : NoCalendars;

    public static string AskTeam(IEnumerable<string> there) => Listed(there) is { } names ? $"Whose holidays shall count for everybody who has not chosen their own? There are {names}." : NoCalendars;

    public static string Unknown(string said, IEnumerable<string> there) => Listed(there) is { } names ? $"I have no holiday calendar \"{said}\". There are {names}." : NoCalendars;

    public static string SameAsAll(string? workspaces) => workspaces is null ? "As everybody (none)" : $"As everybody ({workspaces})";

    public static string SetSameAsAll(string? workspaces) => workspaces is null
        ? "Noted: you have the same holidays as everybody; there are none yet."
        : $"Noted: you have the same holidays as everybody ({workspaces}).";

    public static string Set(string name, DateOnly? next) => $"Noted: your holidays are those of {name}{Next(next)}";

    public static string SetTeam(string name, DateOnly? next) => $"Noted: everybody who has not chosen their own has the holidays of {name}{Next(next)}";

    private static string Next(DateOnly? next) => next is { } day ? $"; the next one is {Days.Day(day)}." : ". It has no day ahead, so have it renewed.";

    private static string? Listed(IEnumerable<string> there)
    {
        var names = there.Order(StringComparer.OrdinalIgnoreCase).ToList();
        return names.Count == 0 ? null : string.Join(", ", names);
    }
}
