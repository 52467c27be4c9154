using LeadBot.Dialog.Conversations;

namespace LeadBot.Dialog.Wording;

/// <summary>Said about when a person may be reminded.</summary>
internal static class DigestSettingWords
{
    public const string TimeLabel = "Your digest comes at";
    public const string TimeField = "A time, for example 8:30 or 4pm";
    public const string ChangeTime = "Change digest time";
    public const string TimeAgain = "I don't know that time. For example \"8:30\", \"4pm\" or \"noon\".";
    public const string DaysLabel = "Your working days";
    public const string DaysField = "Days, for example mon-thu";
    public const string ChangeDays = "Change working days";
    public const string DaysAgain = "I need at least one day of the week. For example \"mon-thu\", \"mon, wed and fri\" or \"weekdays\".";
    public const string QuietLabel = "Quiet from";
    public const string QuietField = "A time, for example 18:00";
    public const string ChangeQuiet = "Change quiet time";
    public const string QuietAgain = "I don't know that time. For example \"18:00\" or \"6pm\".";
    public const string MostLabel = "In one digest";
    public const string MostField = "A number from 1 to 10";
    public const string ChangeMost = "Change number of deals";
    public const string MostAgain = "A digest lists 1 to 10 deals. For example \"settings most 3\".";
    public const string MuteLabel = "Muted";
    public const string Mute = "Mute digests";
    public const string Unmute = "Unmute";
    public const string UntilISaySo = "Until I say so";
    public const string MutedForGood = "Muted: no digest until you type \"unmute\". Or only for a while?";
    public const string WasNotMuted = "Your digests are on; nothing was muted.";
    public const string MuteAgain = "Until when? For example \"mute until monday\" or \"mute for 2 weeks\".";
    public const string MutePast = "That day is here already. Mute until a day to come, for example \"mute until monday\".";
    public const string MuteTooLong = "That is more than a year off. Name a nearer day, or mute until you say so.";

    public static string AskTime(DigestTimes now) =>
        $"Your digest comes at {Days.Time(now.At)}. When shall it come? Any time before {Days.Time(now.QuietFrom)}, for example \"8:30\".";

    public static string TimeInQuiet(TimeOnly at, TimeOnly quietFrom) =>
        $"You are quiet from {Days.Time(quietFrom)} on, so {Days.Time(at)} is too late. Name an earlier time, or first move that: \"settings quiet {Days.Time(at.Hour < 23 ? at.AddHours(1) : new TimeOnly(23, 59))}\".";

    public static string TimeSet(DigestTimes set) => $"Noted: your digest comes at {Days.Time(set.At)} {On(set)}, when something in it is new or due.";

    public static string AskDays(DigestTimes now) =>
        $"You work {On(now)}. Which days shall it be? Digests come on these, and only these count as silence. For example \"mon-thu\".";

    public static string DaysSet(DigestTimes set) => $"Noted: you work {On(set)}. Other days bring no digest and do not count as silence.";

    public static string AskQuiet(DigestTimes now) =>
        $"You are quiet from {Days.Time(now.QuietFrom)}: a digest that is late then waits for your next day. From when shall that be? Any time after {Days.Time(now.At)}, for example \"18:00\".";

    public static string QuietTooEarly(TimeOnly from, TimeOnly at) =>
        $"Your digest comes at {Days.Time(at)}, so quiet from {Days.Time(from)} would never let it through. Name a later time, or first move that: \"settings digest {Days.Time(from.Hour > 0 ? from.AddHours(-1) : TimeOnly.MinValue)}\".";

    public static string QuietSet(TimeOnly from) => $"Noted: no digest after {Days.Time(from)}; a late one waits for your next day.";

    public static string AtMost(int deals) => deals == 1 ? "at most 1 deal" : $"at most {deals} deals";

    public static string AskMost(int deals) => $"A digest lists {AtMost(deals)}. How many shall it be? From 1 to 10.";

    public static string MostSet(int deals) => $"Noted: a digest lists {AtMost(deals)}.";

    /// <param name="until">Null: not muted; <see cref="DateOnly.MaxValue"/>: until they say so.</param>
    public static string Muted(DateOnly? until) => until is null ? "no" : until == DateOnly.MaxValue ? "until you say so" : $"until {Days.Day(until.Value)}";

    public static string AskMute(DateOnly? until) => until is null ? MuteAgain : $"Muted {Muted(until)}. Until when shall it be?";

    public static string UntilDay(DateOnly day) => $"Until {Days.Day(day)}";

    public static string MuteSet(DateOnly until) => $"Muted: no digest before {Days.Day(until)}. \"unmute\" ends that sooner.";

    public static string MuteEnded(DigestTimes digest) => $"Unmuted: digests come again at {Days.Time(digest.At)} {On(digest)}.";

    private static string On(DigestTimes digest) => digest.Days.Count == 7 ? "every day" : $"on {Days.Weekdays(digest.Days)}";
}
