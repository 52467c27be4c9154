using System.Globalization;
using LeadBot.Dialog.Conversations;

namespace LeadBot.Dialog.Wording;

/// <summary>Said about how delivery is.</summary>
internal static class StatusWords
{
    public const string Title = "Delivery";
    public const string Waiting = "Waiting to be sent";
    public const string GivenUp = "Given up in the last seven days";
    public const string Digests = "Last digests";

    public static string Summary(DeliveryStatus status, DateTimeOffset now) => $"Waiting to be sent: {Queue(status, now)}. Given up in the last seven days: {Dead(status.DeadCount)}.";

    public static string Queue(DeliveryStatus status, DateTimeOffset now) => status.OldestWaiting is { } oldest && status.Waiting > 0
        ? $"{Messages(status.Waiting)}, the oldest for {Age(now - oldest)}"
        : "nothing";

    public static string Dead(int count) => count == 0 ? "nothing" : Messages(count);

    public static string DeadLetter(string channel, string why) => $"{channel}: {why}";

    /// <summary>"8:30" today, else "20 Nov 2026 8:30", in the person's zone.</summary>
    public static string At(DateTimeOffset at, Person person, DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(at, person.Zone).DateTime;
        var (day, time) = (DateOnly.FromDateTime(local), Days.Time(TimeOnly.FromDateTime(local)));
        return day == person.Today(now) ? time : $"{Days.Brief(day)} {time}";
    }

    public static string Last(IReadOnlyList<(DateTimeOffset At, string Name)> digests, Person person, DateTimeOffset now) =>
        digests.Count == 0 ? "none yet" : string.Join("; ", digests.Select(digest => $"{digest.Name} {At(digest.At, person, now)}"));

    private static string Messages(int count) => count == 1 ? "1 message" : $"{count.ToString("N0", CultureInfo.InvariantCulture)} messages";

    private static string Age(TimeSpan age) => age.TotalMinutes < 1 ? "less than a minute"
        : age.TotalMinutes < 120 ? $"{(int)age.TotalMinutes} {((int)age.TotalMinutes == 1 ? "minute" : "minutes")}"
        : age.TotalHours < 48 ? $"{(int)age.TotalHours} hours"
        : $"{(int)age.TotalDays} days";
}
