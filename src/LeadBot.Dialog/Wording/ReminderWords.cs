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

    /// <summary>One reminder on lines of its own: when and to whom, what, and why.</summary>
    public static IReadOnlyList<string> Lines(ReminderLine reminder) =>
        [$"{reminder.When} to {reminder.Who}: {reminder.What}", .. reminder.Why.Select(why => $"  {why}")];
}
