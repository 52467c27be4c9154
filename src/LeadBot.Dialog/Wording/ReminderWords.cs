using System.Globalization;
using LeadBot.Dialog.Conversations;
using LeadBot.Dialog.Digests;

namespace LeadBot.Dialog.Wording;

/// <summary>Reminders to come, in words.</summary>
public static class ReminderWords
{
    public static string None(int days) => $"Nothing would be sent in the next {(days == 1 ? "day" : $"{days} days")}, as things stand.";

    public static string Title(int reminders, int days) =>
        $"{(reminders == 1 ? "1 reminder" : $"{reminders} reminders")} in the next {(days == 1 ? "day" : $"{days} days")}, if nobody does anything:";

    /// <summary>"Mon 23 November 2026, 08:30 (Europe/Berlin)".</summary>
    public static string When(DateTimeOffset at, Person person)
    {
        var local = TimeZoneInfo.ConvertTime(at, person.Zone);
        return $"{Days.Day(DateOnly.FromDateTime(local.DateTime))}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)} ({person.Zone.Id})";
    }

    public const string TooMany = "Your team has too many deals to look ahead at here. Whoever runs LeadBot can: \"reminders preview\" on the command line.";

    /// <summary>When and to whom, and what.</summary>
    public static string Head(ReminderLine reminder) => $"{reminder.When} to {reminder.Who}: {reminder.What}";

    public static string More(int reminders) => reminders == 1 ? "1 more comes after these." : $"{reminders} more come after these.";

    /// <param name="who">Whose they are to see.</param>
    public static string NotYours(IReadOnlyList<string> who) =>
        who.Count == 0 ? "Only managers and admins see the reminders to come." : $"Only managers and admins see the reminders to come: {string.Join(", ", who)}.";
}
