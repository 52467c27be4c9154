using System.Globalization;
using LeadBot.Dialog.Conversations;
using LeadBot.Domain.Staleness;

namespace LeadBot.Dialog.Wording;

/// <summary>Said about the silence limit learnt from the team's own deals.</summary>
internal static class LearntWords
{
    public const string Label = "Learnt limit";
    public const string Change = "Learnt limit";
    public const string Leave = "Leave it as it is";
    public const string Stop = "Stop using it";
    public const string FloorLabel = "Chance floor";
    public const string FloorField = "A chance, for example 5%";
    public const string ChangeFloor = "Change chance floor";
    public const string FloorAgain = "The chance floor is above 0% and at most 50%. For example \"settings chance 5%\".";

    private const string NotAgain = "It is offered again in a quarter of a year, sooner only if it moves by more than a fifth.";

    private const string NotYet = "There is no learnt limit yet: I need 15 deals won and 15 lost, and then offer one.";

    public static string Use(int limit) => $"Use {SilenceWords.WorkingDays(limit)}";

    public static string Now(SilencePolicy silence) => (silence.Approved, silence.Offered) switch
    {
        (null, null) => "none yet",
        (null, { } offered) => $"{SilenceWords.WorkingDays(offered.Limit)} offered, not used yet",
        ({ } approved, null) => SilenceWords.WorkingDays(approved.Limit),
        ({ } approved, { } offered) => $"{SilenceWords.WorkingDays(approved.Limit)}; {SilenceWords.WorkingDays(offered.Limit)} offered",
    };

    public static string Ask(SilencePolicy silence) => (silence.Approved, silence.Offered) switch
    {
        (_, { } offered) => $"{Learnt(offered)} Use it in place of {SilenceWords.WorkingDays(silence.Approved?.Limit ?? silence.Limit)}?",
        ({ } approved, null) => $"In use. {Learnt(approved)}",
        _ => NotYet,
    };

    public static string Used(int limit) => $"Noted: a deal is stale after {SilenceWords.WorkingDays(limit)}, as learnt from your own deals, except in stages with a limit of their own.";

    public static string Left(SilencePolicy silence) => $"Left as it is: stale after {SilenceWords.WorkingDays(silence.Approved?.Limit ?? silence.Limit)}.{(silence.Offered is null ? "" : $" {NotAgain}")}";

    public static string Stopped(int limit) => $"Noted: the learnt limit is not used. A deal is stale after {SilenceWords.WorkingDays(limit)}, except in stages with a limit of their own. {NotAgain}";

    public static string NothingOffered(SilencePolicy silence) => silence.Approved is { } approved ? $"It is in use already: {SilenceWords.WorkingDays(approved.Limit)}." : NotYet;

    public static string Percent(double share) => $"{Math.Round(100 * share, 2).ToString("0.##", CultureInfo.InvariantCulture)}%";

    public static string AskFloor(double floor) =>
        $"For the learnt limit a deal is stale once its chance of being won in time falls below {Percent(floor)}. Which chance shall it be? Above 0%, at most 50%; a higher one calls deals stale sooner.";

    public static string FloorSet(double floor) => $"Noted: the limit I learn next counts a deal as stale once its chance of being won in time falls below {Percent(floor)}.";

    private static string Learnt(LearntLimit learnt) =>
        $"Learnt from {learnt.Wins} deals won and {learnt.Losses} lost: after {SilenceWords.WorkingDays(learnt.Limit)} of silence the chance of winning is below {Percent(learnt.Floor)}. Your won deals were never silent for more than {SilenceWords.WorkingDays(learnt.MostWonSilence)}.";
}
