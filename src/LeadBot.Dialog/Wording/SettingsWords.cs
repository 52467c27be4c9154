using LeadBot.Dialog.Conversations;

namespace LeadBot.Dialog.Wording;

/// <summary>Said about settings.</summary>
internal static class SettingsWords
{
    public const string Title = "Settings";
    public const string AmountsLabel = "How you write amounts";
    public const string ZoneLabel = "Your time zone";
    public const string PlaybookHereLabel = "Playbook of this channel";
    public const string PlaybookLabel = "Playbook";
    public const string PointDecimal = "1,500.00";
    public const string CommaDecimal = "1.500,00";
    public const string ChangeZone = "Change time zone";
    public const string ChangePlaybook = "Change playbook";
    public const string ZoneField = "A city or a zone, for example Berlin or America/New_York";
    public const string AskZone = "Which time zone are you in? Type a city or a zone, for example \"Berlin\" or \"America/New_York\".";
    public const string WhichPlaybook = "Which playbook shall be used here?";
    public const string OnlyAdmin = "Only an admin can change the playbook.";
    public const string UnknownSetting = "I know the settings \"amounts\", \"zone\" and \"playbook\", for example \"settings zone Berlin\".";

    public static string WriteAmounts(AmountLanguage language) => $"Write amounts as {Example(language)}";

    public static string Example(AmountLanguage language) => language == AmountLanguage.CommaDecimal ? CommaDecimal : PointDecimal;

    public static string AmountsSet(AmountLanguage language) => $"Noted: you write amounts as {Example(language)}.";

    public static string ZoneSet(string zone, string clock) => $"Noted: your time zone is {zone}; it is {clock} there.";

    public static string ZoneAgain(int misses) => misses % 2 == 1
        ? "I don't know that zone. For example \"Berlin\" or \"UTC+2\"."
        : "Still no zone I know. A large city in your zone works best: \"Chicago\", \"Mumbai\".";

    public static string PlaybookSet(string title) => $"Noted: deals are qualified with \"{title}\" here from now on.";
}
