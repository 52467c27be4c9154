using LeadBot.Dialog.Conversations;

namespace LeadBot.Dialog.Wording;

/// <summary>What stands on a person's own page.</summary>
internal static class HomeWords
{
    public const string Title = "Your deals, and what needs you";
    public const string NoDeals = "You have no open deals. \"Qualify a deal\" starts one; it runs in a direct message.";

    public static string InTheMiddle(string deal) => $"You are in the middle of the questions about {deal}.";

    public static string LeftOpen(string deal) => $"We were talking about {deal}, and something was left open.";

    public static string Freed(int lost, decimal hours, AmountLanguage language)
    {
        var deals = lost == 1 ? "one deal" : $"{lost} deals";
        return hours > 0
            ? $"In the last {HomeInput.FreedDays} days you lost {deals} early enough to free about {Days.Duration(hours, language)} (an estimate)."
            : $"In the last {HomeInput.FreedDays} days you lost {deals}.";
    }
}
